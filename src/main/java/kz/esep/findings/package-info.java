/// What can be wrong, where and how bad; its words are in the message bundles under its code.
@org.jspecify.annotations.NullMarked
package kz.esep.findings;
