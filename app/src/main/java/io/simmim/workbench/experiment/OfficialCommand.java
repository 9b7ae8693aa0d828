package io.simmim.workbench.experiment;

import io.simmim.workbench.launch.ShellWords;
import java.util.List;

/**
 * The official script that does the same, called as its README calls it.
 *
 * @param words of the command
 * @param remarks sentences about what is not the same there
 */
public record OfficialCommand(List<String> words, List<String> remarks) {

  public OfficialCommand {
    words = List.copyOf(words);
    remarks = List.copyOf(remarks);
  }

  /** The line for a POSIX shell. */
  public String shellLine() {
    return ShellWords.line(words);
  }

  /** The line below its remarks, which are comments to the shell. */
  public String withRemarks() {
    StringBuilder text = new StringBuilder();
    remarks.forEach(remark -> text.append("# ").append(remark).append('\n'));
    return text.append(shellLine()).toString();
  }
}
