/// Broken and sound YAML files.
@org.jspecify.annotations.NullMarked
package kz.esep.yaml;
