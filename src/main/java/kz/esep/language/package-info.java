/// How Kazakh, Russian and English say things: message bundles, dates, numbers, order of names.
@org.jspecify.annotations.NullMarked
package kz.esep.language;
