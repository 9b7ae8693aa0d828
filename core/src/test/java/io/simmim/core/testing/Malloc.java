package io.simmim.core.testing;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/** What the C library's allocator (glibc) has handed out, to the byte, unlike resident memory. */
public final class Malloc {

  private static final C LIBRARY = Native.load("c", C.class);

  private Malloc() {}

  /** Bytes in use by native code, arrays of the engine among them. */
  public static long bytesInUse() {
    Info info = LIBRARY.mallinfo2();
    return info.uordblks + info.hblkhd;
  }

  /** The part of glibc that is called. */
  public interface C extends Library {
    Info mallinfo2();
  }

  /** {@code struct mallinfo2}, returned by value. */
  @FieldOrder({
    "arena",
    "ordblks",
    "smblks",
    "hblks",
    "hblkhd",
    "usmblks",
    "fsmblks",
    "uordblks",
    "fordblks",
    "keepcost"
  })
  public static final class Info extends Structure implements Structure.ByValue {
    public long arena;
    public long ordblks;
    public long smblks;
    public long hblks;
    public long hblkhd;
    public long usmblks;
    public long fsmblks;
    public long uordblks;
    public long fordblks;
    public long keepcost;
  }
}
