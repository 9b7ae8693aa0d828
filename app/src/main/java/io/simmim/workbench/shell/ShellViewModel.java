package io.simmim.workbench.shell;

import io.simmim.workbench.fx.Theme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which page is open, in which theme, with which notices. */
public final class ShellViewModel {

  private static final int MOST_NOTICES = 3;

  private final ObjectProperty<PageId> page = new SimpleObjectProperty<>(this, "page");
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme");
  private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting");
  private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper(this, "device", "");
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();

  /** Opens with the remembered page and theme, and remembers what is chosen from now on. */
  public ShellViewModel(SettingsStore settings) {
    page.set(PageId.of(settings.get().page()));
    theme.set(settings.get().theme());
    page.addListener((p, old, now) -> settings.update(s -> s.withPage(now.name())));
    theme.addListener((p, old, now) -> settings.update(s -> s.withTheme(now)));
  }

  public ObjectProperty<PageId> pageProperty() {
    return page;
  }

  public void open(PageId id) {
    page.set(id);
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public void switchTheme() {
    theme.set(theme.get().other());
  }

  /** Whether only the page is shown, large, for people who sit far away. */
  public BooleanProperty presentingProperty() {
    return presenting;
  }

  public void togglePresenting() {
    presenting.set(!presenting.get());
  }

  /** What trainings can run on here, in words. */
  public ReadOnlyStringProperty deviceProperty() {
    return device.getReadOnlyProperty();
  }

  public void setDevice(String words) {
    device.set(words);
  }

  /** Notices on display, newest first. */
  public ObservableList<Notice> notices() {
    return notices;
  }

  /** Shows a notice; the oldest makes room when there are too many. */
  public void tell(Notice notice) {
    notices.remove(notice);
    notices.add(0, notice);
    if (notices.size() > MOST_NOTICES) {
      notices.remove(MOST_NOTICES, notices.size());
    }
  }

  public void dismiss(Notice notice) {
    notices.remove(notice);
  }
}
