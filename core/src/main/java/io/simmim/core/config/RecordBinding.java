package io.simmim.core.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Fills the configuration records by name: component {@code baseLr} of the record at {@code train}
 * takes {@code TRAIN.BASE_LR}. So a new key needs one component and one entry in the schema.
 */
final class RecordBinding {

  private RecordBinding() {}

  static <R extends Record> R bind(Class<R> type, String prefix, Function<String, Object> values) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] = argument(components[i], prefix, values);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("expected a public record, got " + type, e);
    }
  }

  /** Hands every leaf to the sink: dotted path and value as {@link ConfigValues} holds it. */
  static void collect(Record holder, String prefix, BiConsumer<String, Object> sink) {
    for (RecordComponent component : holder.getClass().getRecordComponents()) {
      String path = prefix + yamlName(component);
      Object value = read(component, holder);
      if (value instanceof Record section) {
        collect(section, path + ".", sink);
      } else {
        sink.accept(path, loosened(value));
      }
    }
  }

  private static Object argument(
      RecordComponent component, String prefix, Function<String, Object> values) {
    String path = prefix + yamlName(component);
    Class<?> type = component.getType();
    return type.isRecord()
        ? bind(type.asSubclass(Record.class), path + ".", values)
        : tightened(values.apply(path), component.getGenericType());
  }

  private static Object tightened(Object value, Type type) {
    if (type == int.class) {
      return Math.toIntExact((Long) value);
    }
    if (type == ModelType.class) {
      return ModelType.valueOf(((String) value).toUpperCase(Locale.ROOT));
    }
    if (type == OptionalDouble.class) {
      return value == null ? OptionalDouble.empty() : OptionalDouble.of((Double) value);
    }
    if (value instanceof List<?> list && type.getTypeName().contains("Integer")) {
      return list.stream().map(element -> Math.toIntExact((Long) element)).toList();
    }
    return value == null ? List.of() : value;
  }

  private static Object loosened(Object value) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof ModelType type) {
      return type.yamlName();
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? number.getAsDouble() : null;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(RecordBinding::loosened).toList();
    }
    return value;
  }

  private static Object read(RecordComponent component, Record holder) {
    try {
      return component.getAccessor().invoke(holder);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("expected a readable record, got " + component, e);
    }
  }

  private static String yamlName(RecordComponent component) {
    KeyName name = component.getAnnotation(KeyName.class);
    return name == null ? upperSnakeCase(component.getName()) : name.value();
  }

  private static String upperSnakeCase(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }
}
