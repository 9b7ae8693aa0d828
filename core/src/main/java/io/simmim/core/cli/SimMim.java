package io.simmim.core.cli;

import io.simmim.core.run.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command above all commands; it does nothing by itself. */
@Command(
    name = "simmim",
    description = {
      "Masked image modelling as SimMIM does it: hide random patches of an image,",
      "predict their pixels. Without arguments, simmim opens the workbench."
    },
    subcommands = {
      DemoCommand.class,
      PretrainCommand.class,
      FinetuneCommand.class,
      EstimateCommand.class,
      EvaluateCommand.class,
      ThroughputCommand.class,
      QueueCommand.class,
      ReconstructCommand.class,
      InspectCommand.class,
      DiffCommand.class,
      ConvertCommand.class,
      SamplesCommand.class,
      BenchCommand.class,
      DoctorCommand.class,
      ModelsCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = SimMim.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    scope = picocli.CommandLine.ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done",
      " 1:failed; one sentence on standard error says why. Of diff also: the files differ",
      " 2:wrong usage",
      "130:stopped by the user"
    })
final class SimMim implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  /** Read from the build, so that it is said in one place only. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"simmim " + ProgramVersion.current()};
    }
  }
}
