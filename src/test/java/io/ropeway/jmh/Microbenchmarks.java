package io.ropeway.jmh;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all microbenchmarks, briefly, each in a JVM of its own. */
public final class Microbenchmarks {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private Microbenchmarks() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws RunnerException {
    System.out.println(run());
  }

  /** Markdown: time and bytes allocated per operation. */
  public static String run() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("\\Q" + Microbenchmarks.class.getPackageName() + ".\\E.*")
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgs("-XX:+UseSerialGC")
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    return table(new Runner(options).run());
  }

  private static String table(Collection<RunResult> results) {
    StringBuilder table = new StringBuilder("| Operation | Time | ± | Bytes allocated |\n");
    table.append("|---|--:|--:|--:|\n");
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %,.2f %s | %,.2f | %,.0f |%n",
              name(result),
              time.getScore(),
              time.getScoreUnit().replace("/op", ""),
              time.getScoreError(),
              result.getSecondaryResults().get(ALLOCATION).getScore()));
    }
    return table.toString();
  }

  private static String name(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    String operation = benchmark.substring(benchmark.lastIndexOf('.') + 1);
    String followers = result.getParams().getParam("followers");
    return followers == null ? operation : operation + ", " + followers + " followers";
  }
}
