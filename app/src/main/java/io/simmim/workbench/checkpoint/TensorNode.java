package io.simmim.workbench.checkpoint;

import io.simmim.workbench.fx.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in the tree of tensors: a module of the model, or a tensor.
 *
 * @param segment its part of the name; a number stays with what it counts: {@code layers.0}
 * @param path the whole name down to here
 * @param tensor what is there, if it is a tensor
 * @param tensors how many tensors are at or below it
 * @param elements how many values they have
 * @param bytes how large they are
 */
public record TensorNode(
    String segment,
    String path,
    Optional<TensorRow> tensor,
    List<TensorNode> children,
    int tensors,
    long elements,
    long bytes) {

  public TensorNode {
    children = List.copyOf(children);
  }

  static TensorNode leaf(String segment, TensorRow row) {
    return new TensorNode(
        segment, row.name(), Optional.of(row), List.of(), 1, row.elements(), row.bytes());
  }

  static TensorNode module(String segment, String path, List<TensorNode> children) {
    return new TensorNode(
        segment,
        path,
        Optional.empty(),
        children,
        children.stream().mapToInt(TensorNode::tensors).sum(),
        children.stream().mapToLong(TensorNode::elements).sum(),
        children.stream().mapToLong(TensorNode::bytes).sum());
  }

  /** What is left of it when only tensors count whose names have all of these words. */
  Optional<TensorNode> filtered(String words) {
    if (words.isBlank()) {
      return Optional.of(this);
    }
    if (tensor.isPresent()) {
      TensorRow row = tensor.get();
      boolean found = Search.finds(words, row.name() + " " + row.type() + " " + row.shape());
      return Optional.of(this).filter(node -> found);
    }
    List<TensorNode> kept = new ArrayList<>();
    children.forEach(child -> child.filtered(words).ifPresent(kept::add));
    return kept.isEmpty() ? Optional.empty() : Optional.of(module(segment, path, kept));
  }

  /** All of its tensors by their whole names, without modules. */
  TensorNode flat() {
    List<TensorNode> leaves = new ArrayList<>();
    collect(leaves);
    return module(segment, path, leaves);
  }

  private void collect(List<TensorNode> leaves) {
    tensor.ifPresent(row -> leaves.add(leaf(row.name(), row)));
    children.forEach(child -> child.collect(leaves));
  }
}
