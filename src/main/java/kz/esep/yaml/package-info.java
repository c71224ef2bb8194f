/// A YAML file becomes a tree checked against its JSON Schema; every error names file, line and
/// path.
@org.jspecify.annotations.NullMarked
package kz.esep.yaml;
