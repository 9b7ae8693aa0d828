package io.simmim.core.queue;

/** Why a runner ended. */
public enum QueueEnd {
  /** Nothing waits, and every run that it started has ended. */
  DONE,
  /** The queue is paused, and every run that it started has ended. */
  PAUSED,
  /** It was asked to; runs that it started go on. */
  STOPPED,
  /** Another runner works on this queue. */
  TAKEN
}
