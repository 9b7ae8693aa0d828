package io.simmim.core.checkpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs the stack program that a pickle is, protocols 2 to 5, without running any Python: a class
 * becomes a {@link PyClass} name and an instance whatever {@link Constructors} makes of it, which
 * for unknown classes is an inert {@link PyObject}.
 *
 * <p>Dictionaries keep their order, which the order of optimizer state depends on; the general
 * pickle libraries for Java lose it.
 */
final class PickleMachine {

  /** What a call to a named class makes, and what a storage reference means. */
  interface Constructors {
    Object call(PyClass type, PyTuple arguments) throws FormatException;

    Object persistent(Object id) throws FormatException;
  }

  private static final Object MARK = new Object();
  private static final int NEWEST_PROTOCOL = 5;

  private final PickleInput in;
  private final Constructors constructors;
  private final StepBudget budget;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  PickleMachine(PickleInput in, Constructors constructors, StepBudget budget) {
    this.in = in;
    this.constructors = constructors;
    this.budget = budget;
  }

  /** Runs to STOP and returns the one object left. */
  Object run() throws FormatException {
    for (int op = in.opcode(); op != '.'; op = in.opcode()) {
      budget.step();
      step(op);
    }
    return pop();
  }

  private void step(int op) throws FormatException {
    if (!constant(op) && !text(op) && !collection(op) && !memory(op)) {
      object(op);
    }
  }

  private boolean constant(int op) throws FormatException {
    switch (op) {
      case 0x80 -> requireProtocol(in.uint8());
      case 0x95 -> in.bytes(8); // FRAME
      case 'N' -> push(null);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'K' -> push((long) in.uint8());
      case 'M' -> push((long) in.uint16());
      case 'J' -> push((long) in.int32());
      case 0x8a -> push(in.integer(in.uint8()));
      case 0x8b -> push(in.integer(in.length32()));
      case 'G' -> push(in.float64());
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void requireProtocol(int version) throws FormatException {
    if (version > NEWEST_PROTOCOL) {
      throw new FormatException("a pickle of protocol " + version);
    }
  }

  private boolean text(int op) throws FormatException {
    switch (op) {
      case 'X' -> push(in.utf8(in.length32()));
      case 0x8c -> push(in.utf8(in.uint8()));
      case 0x8d -> push(in.utf8(in.length64()));
      case 'U' -> push(in.utf8(in.uint8()));
      case 'T' -> push(in.utf8(in.length32()));
      case 'C' -> push(in.bytes(in.uint8()));
      case 'B' -> push(in.bytes(in.length32()));
      case 0x8e, 0x96 -> push(in.bytes(in.length64()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean collection(int op) throws FormatException {
    switch (op) {
      case '(' -> push(MARK);
      case '}' -> push(new LinkedHashMap<>());
      case ']' -> push(new ArrayList<>());
      case ')' -> push(new PyTuple(List.of()));
      case 0x8f -> push(new LinkedHashSet<>());
      case 't' -> push(new PyTuple(popToMark()));
      case 0x85 -> push(new PyTuple(pop(1)));
      case 0x86 -> push(new PyTuple(pop(2)));
      case 0x87 -> push(new PyTuple(pop(3)));
      case 'a' -> append(pop(1));
      case 'e' -> append(popToMark());
      case 's' -> setItems(pop(2));
      case 'u' -> setItems(popToMark());
      case 0x90 -> addItems(popToMark());
      case 0x91 -> {
        List<Object> items = popToMark();
        push(new LinkedHashSet<>());
        addItems(items);
      }
      case 'd' -> {
        List<Object> items = popToMark();
        push(new LinkedHashMap<>());
        setItems(items);
      }
      case 'l' -> push(popToMark());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean memory(int op) throws FormatException {
    switch (op) {
      case 'q' -> memo.put(in.uint8(), peek());
      case 'r' -> memo.put(in.length32(), peek());
      case 0x94 -> memo.put(memo.size(), peek());
      case 'h' -> push(recall(in.uint8()));
      case 'j' -> push(recall(in.length32()));
      case '0' -> pop();
      case '1' -> popToMark();
      case '2' -> push(peek());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void object(int op) throws FormatException {
    switch (op) {
      case 'c' -> push(new PyClass(in.line(), in.line()));
      case 0x93 -> {
        List<Object> names = pop(2);
        push(new PyClass(string(names.get(0)), string(names.get(1))));
      }
      case 'R', 0x81 -> { // REDUCE, NEWOBJ
        List<Object> call = pop(2);
        push(call(call.get(0), call.get(1)));
      }
      case 0x92 -> { // NEWOBJ_EX
        List<Object> call = pop(3);
        push(call(call.get(0), call.get(1)));
      }
      case 'b' -> build(pop());
      case 'Q' -> push(constructors.persistent(pop()));
      default -> throw new FormatException(String.format("an unsupported opcode 0x%02x", op));
    }
  }

  private Object call(Object type, Object arguments) throws FormatException {
    if (!(type instanceof PyClass known)) {
      throw new FormatException("a call to something that is not a class");
    }
    if (!(arguments instanceof PyTuple tuple)) {
      throw new FormatException("a call to " + known.fullName() + " without arguments");
    }
    return constructors.call(known, tuple);
  }

  // State of a plain container (the _metadata of a state_dict) is not data; of others it is shown.
  private void build(Object state) throws FormatException {
    if (peek() instanceof PyObject target) {
      target.addState(state);
    }
  }

  @SuppressWarnings("unchecked")
  private void append(List<Object> items) throws FormatException {
    if (peek() instanceof PyObject object) {
      object.addState(items);
    } else if (peek() instanceof ArrayList<?> list) {
      ((List<Object>) list).addAll(items);
    } else {
      throw new FormatException("items for something that is not a list");
    }
  }

  @SuppressWarnings("unchecked")
  private void addItems(List<Object> items) throws FormatException {
    if (!(peek() instanceof Set<?> set)) {
      throw new FormatException("items for something that is not a set");
    }
    for (Object item : items) {
      requireHashable(item);
    }
    ((Set<Object>) set).addAll(items);
  }

  private void setItems(List<Object> items) throws FormatException {
    if (items.size() % 2 != 0) {
      throw new FormatException("a key without a value");
    }
    Map<Object, Object> target = mapOf(peek());
    for (int i = 0; i < items.size(); i += 2) {
      requireHashable(items.get(i));
      target.put(items.get(i), items.get(i + 1));
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> mapOf(Object target) throws FormatException {
    if (target instanceof LinkedHashMap<?, ?> map) {
      return (Map<Object, Object>) map;
    }
    if (target instanceof PyObject object) {
      Map<Object, Object> items = new LinkedHashMap<>();
      object.addState(items);
      return items;
    }
    throw new FormatException("entries for something that is not a dictionary");
  }

  // Containers could contain themselves, and hashing them would not end.
  static void requireHashable(Object key) throws FormatException {
    if (key != null
        && !(key instanceof String
            || key instanceof Number
            || key instanceof Boolean
            || key instanceof PyClass)) {
      throw new FormatException("a key that is neither text nor number nor name");
    }
  }

  private static String string(Object value) throws FormatException {
    if (value instanceof String text) {
      return text;
    }
    throw new FormatException("a class whose name is not text");
  }

  private Object recall(int index) throws FormatException {
    if (!memo.containsKey(index)) {
      throw new FormatException("a reference to nothing");
    }
    return memo.get(index);
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object peek() throws FormatException {
    if (stack.isEmpty() || stack.get(stack.size() - 1) == MARK) {
      throw new FormatException("a missing value");
    }
    return stack.get(stack.size() - 1);
  }

  private Object pop() throws FormatException {
    Object top = peek();
    stack.remove(stack.size() - 1);
    return top;
  }

  private List<Object> pop(int count) throws FormatException {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(pop());
    }
    Collections.reverse(items);
    return items;
  }

  private List<Object> popToMark() throws FormatException {
    int mark = stack.lastIndexOf(MARK);
    if (mark < 0) {
      throw new FormatException("a missing mark");
    }
    List<Object> tail = stack.subList(mark + 1, stack.size());
    List<Object> items = new ArrayList<>(tail);
    tail.clear();
    stack.remove(mark);
    return items;
  }
}
