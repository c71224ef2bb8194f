/// Staging, manifest and the atomic issue of a period; mail.
@org.jspecify.annotations.NullMarked
package kz.esep.publish;
