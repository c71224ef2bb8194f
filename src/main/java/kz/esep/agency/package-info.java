/// The register of agencies: groups, regions, and who follows whom by date and function.
@org.jspecify.annotations.NullMarked
package kz.esep.agency;
