package io.simmim.workbench.learn;

import io.simmim.workbench.chart.Curve;

/** What a fine-tuning of lesson 7 begins with. */
public enum Beginning {
  PRETRAINED("From the encoder", "from-encoder", Curve.Tone.STRONG),
  SCRATCH("From scratch", "from-scratch", Curve.Tone.SECOND);

  private final String title;
  private final String tag;
  private final Curve.Tone tone;

  Beginning(String title, String tag, Curve.Tone tone) {
    this.title = title;
    this.tag = tag;
    this.tone = tone;
  }

  public String title() {
    return title;
  }

  /** Of its runs. */
  public String tag() {
    return tag;
  }

  Curve.Tone tone() {
    return tone;
  }
}
