package io.simmim.core.cli;

import io.simmim.core.fault.SimMimException;

/** A command whose run can wait in a queue. */
interface Queueable {

  /** What it would run, checked as far as that is possible before it starts. */
  PlannedRun plan() throws SimMimException;
}
