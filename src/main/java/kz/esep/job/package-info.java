/// Conducts the rooms as Spring Batch steps; the only room that knows Spring Batch.
@org.jspecify.annotations.NullMarked
package kz.esep.job;
