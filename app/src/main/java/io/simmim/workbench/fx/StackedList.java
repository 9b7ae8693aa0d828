package io.simmim.workbench.fx;

import java.util.stream.IntStream;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;

/** Two lists, one after the other, as one; changes of both come through as what they are. */
public final class StackedList<E> extends ObservableListBase<E> {

  private final ObservableList<? extends E> first;
  private final ObservableList<? extends E> second;
  private int firstSize;

  public StackedList(ObservableList<? extends E> first, ObservableList<? extends E> second) {
    this.first = first;
    this.second = second;
    firstSize = first.size();
    first.addListener(
        (Change<? extends E> change) -> {
          firstSize = first.size();
          pass(change, 0);
        });
    second.addListener((Change<? extends E> change) -> pass(change, firstSize));
  }

  @Override
  public E get(int index) {
    return index < firstSize ? first.get(index) : second.get(index - firstSize);
  }

  @Override
  public int size() {
    return firstSize + second.size();
  }

  private void pass(Change<? extends E> change, int offset) {
    beginChange();
    while (change.next()) {
      int from = change.getFrom() + offset;
      int to = change.getTo() + offset;
      if (change.wasPermutated()) {
        int[] places =
            IntStream.range(change.getFrom(), change.getTo())
                .map(i -> change.getPermutation(i) + offset)
                .toArray();
        nextPermutation(from, to, places);
      } else if (change.wasUpdated()) {
        IntStream.range(from, to).forEach(this::nextUpdate);
      } else {
        if (change.wasRemoved()) {
          nextRemove(from, change.getRemoved());
        }
        if (change.wasAdded()) {
          nextAdd(from, to);
        }
      }
    }
    endChange();
  }
}
