package io.simmim.workbench.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.junit.jupiter.api.Test;

class StackedListTest {

  private final ObservableList<Integer> first = FXCollections.observableArrayList();
  private final ObservableList<Integer> second = FXCollections.observableArrayList(5, 3, 4);
  private final SortedList<Integer> sorted = new SortedList<>(second);
  private final StackedList<Integer> stacked = new StackedList<>(first, sorted);

  /** Who only follows the changes has the same in the end. */
  @Test
  void everyChangeComesThroughAsWhatItIs() {
    List<Integer> copy = new ArrayList<>(stacked);
    stacked.addListener((ListChangeListener<Integer>) change -> replay(change, copy));
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      change(random);
      assertEquals(List.copyOf(stacked), copy);
      assertEquals(first.size() + sorted.size(), stacked.size());
    }
    assertEquals(first, stacked.subList(0, first.size()));
    assertEquals(sorted, stacked.subList(first.size(), stacked.size()));
  }

  @Test
  void listsMayBeFiltered() {
    FilteredList<Integer> some = new FilteredList<>(second, n -> n > 3);
    StackedList<Integer> list = new StackedList<>(some, first);
    first.add(9);
    assertEquals(List.of(5, 4, 9), List.copyOf(list));
    some.setPredicate(n -> n == 3);
    assertEquals(List.of(3, 9), List.copyOf(list));
  }

  private void change(Random random) {
    ObservableList<Integer> list = random.nextBoolean() ? first : second;
    switch (random.nextInt(5)) {
      case 0 -> list.add(random.nextInt(list.size() + 1), random.nextInt(20));
      case 1 -> list.removeIf(n -> n % 7 == random.nextInt(7));
      case 2 -> list.setAll(random.nextInt(9), random.nextInt(9));
      case 3 -> {
        if (!list.isEmpty()) {
          list.set(random.nextInt(list.size()), random.nextInt(20));
        }
      }
      default ->
          sorted.setComparator(
              random.nextBoolean() ? Comparator.naturalOrder() : Comparator.reverseOrder());
    }
  }

  private static void replay(
      ListChangeListener.Change<? extends Integer> change, List<Integer> copy) {
    while (change.next()) {
      if (change.wasPermutated()) {
        List<Integer> before = List.copyOf(copy);
        for (int i = change.getFrom(); i < change.getTo(); i++) {
          copy.set(change.getPermutation(i), before.get(i));
        }
      } else {
        copy.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
        copy.addAll(change.getFrom(), List.copyOf(change.getAddedSubList()));
      }
    }
  }
}
