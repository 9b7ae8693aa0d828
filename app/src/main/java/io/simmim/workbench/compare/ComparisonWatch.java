package io.simmim.workbench.compare;

import io.simmim.core.config.FlatConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.fx.Latest;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.runs.FollowedRun;
import io.simmim.workbench.runs.RunFollower;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the runs that are compared, and once a second what was added to them. */
public final class ComparisonWatch implements AutoCloseable {

  private static final Set<String> SET_BY_LAUNCH =
      Set.of(
          "DATA.DATA_PATH",
          "DATA.DATASET",
          "MODEL.RESUME",
          "MODEL.PRETRAINED",
          "MODEL.NUM_CLASSES",
          "PRETRAINED",
          "TRAIN.START_EPOCH",
          "EVAL_MODE",
          "THROUGHPUT_MODE");

  private static final Logger LOG = LoggerFactory.getLogger(ComparisonWatch.class);

  private final ScheduledExecutorService worker = Workers.single("comparison");
  private final Latest<List<ComparedRun>> listener;
  private final Future<?> polling;
  private List<Followed> followed = List.of();

  /**
   * @param listener is told on {@code toolkit}, each time anything changed
   */
  public ComparisonWatch(Executor toolkit, Consumer<List<ComparedRun>> listener) {
    this.listener = new Latest<>(toolkit, listener);
    polling = worker.scheduleWithFixedDelay(this::poll, 1, 1, TimeUnit.SECONDS);
  }

  /** Compares other runs, or none. */
  public void open(List<RunFolder> folders) {
    worker.execute(
        () -> {
          followed = folders.stream().map(Followed::new).toList();
          poll();
        });
  }

  @Override
  public void close() {
    polling.cancel(true);
    worker.shutdownNow();
  }

  private void poll() {
    boolean changed = false;
    for (Followed run : followed) {
      changed |= run.poll();
    }
    if (changed) {
      listener.offer(all());
    }
  }

  private List<ComparedRun> all() {
    List<Followed> read = followed.stream().filter(f -> f.now != null).toList();
    List<String> labels = RunLabels.of(read.stream().map(f -> f.folder.path()).toList());
    List<ComparedRun> runs = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      Followed each = read.get(i);
      runs.add(
          new ComparedRun(
              each.now, labels.get(i), followed.indexOf(each), each.config, each.probes));
    }
    return runs;
  }

  private static final class Followed {

    private final RunFolder folder;
    private final RunFollower follower;
    private FollowedRun now;
    private Map<String, String> config = Map.of();
    private boolean begun;
    private int probes;

    Followed(RunFolder folder) {
      this.folder = folder;
      this.follower = new RunFollower(folder);
    }

    /** Before the run has begun, what it was launched with; the launch itself will add the rest. */
    private boolean readConfig() throws IOException {
      Path planned = Launcher.configOf(folder);
      if (!begun && Files.exists(folder.config())) {
        config = FlatConfig.of(Files.readString(folder.config()));
        begun = true;
        return true;
      }
      if (config.isEmpty() && Files.exists(planned)) {
        config = new TreeMap<>(FlatConfig.of(Files.readString(planned)));
        config.keySet().removeAll(SET_BY_LAUNCH);
        return true;
      }
      return false;
    }

    boolean poll() {
      try {
        var news = follower.poll(Instant.now());
        news.ifPresent(run -> now = run);
        boolean configured = readConfig();
        if (probes == 0 && news.isPresent() && !now.snapshot().previews().isEmpty()) {
          probes =
              Arrays.hashCode(Files.readAllBytes(folder.probeOriginal(0)))
                  ^ Arrays.hashCode(Files.readAllBytes(folder.probeMasked(0)));
        }
        return news.isPresent() || configured;
      } catch (DataException | IOException | RuntimeException e) {
        LOG.warn("Cannot read {} to compare it", folder.path(), e);
        return false;
      }
    }
  }
}
