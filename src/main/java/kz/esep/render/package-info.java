/// Says it: Freemarker templates to tagged PDF and XLSX, in each language.
@org.jspecify.annotations.NullMarked
package kz.esep.render;
