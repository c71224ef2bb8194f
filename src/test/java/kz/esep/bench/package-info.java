/// What the program's speed and thrift are, measured: each class is a `main` that anybody can run
/// again.
///
/// ```
/// mvn -q -Pquick,bench test-compile exec:exec -Dbench=Pdf
/// mvn -q -Pquick,bench test-compile exec:exec -Dbench=Pdf -Dbench.jvm="-Xmx256m -XX:TieredStopAtLevel=1"
/// ```
///
/// [WholeJob] runs the launcher itself on an invented ministry, of the sizes that are its
/// arguments, agencies × quarters:
///
/// ```
/// mvn -q -Pquick package -DskipTests && mvn -q -Pbench test-compile exec:exec -Dbench=WholeJob
/// mvn -q -Pbench test-compile exec:exec -Dbench=WholeJob -Dbench.args="1000x40 rows=12 heap=2g"
/// ```
///
/// `All` (with the peers, in `src/bench`) runs everything and gathers the tables and the JSON in
/// `target/bench`; `Parts` measures the parts of the job by JMH.
///
/// `bench` is the class, `bench.jvm` the options of its JVM, where the heap is 512 MiB unless told
/// otherwise, and `bench.args` are its arguments. Each prints a Markdown table for people and one
/// line of JSON, with the machine, the command and the commit, for those who compare (see
/// [Figures]).
///
/// A figure is processor time of the threads that did the work wherever the machine may be shared
/// with others; the time that passed is true on a quiet machine only.
@org.jspecify.annotations.NullMarked
package kz.esep.bench;
