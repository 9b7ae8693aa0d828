package io.simmim.core.checkpoint;

/**
 * A class, function or constant that a pickle names and that is never looked up, such as {@code
 * torch.float32}.
 */
public record PyClass(String module, String name) {

  /** Module and name with a dot between. */
  public String fullName() {
    return module + "." + name;
  }

  @Override
  public String toString() {
    return fullName();
  }
}
