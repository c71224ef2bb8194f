/// Staging, manifest and the atomic issue of a period.
@org.jspecify.annotations.NullMarked
package kz.esep.publish;
