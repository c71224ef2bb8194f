@org.jspecify.annotations.NullMarked
package kz.esep.publish.sign;
