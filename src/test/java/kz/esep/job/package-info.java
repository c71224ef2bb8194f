/// How the job behaves on real folders: run, run again, killed and run again.
@org.jspecify.annotations.NullMarked
package kz.esep.job;
