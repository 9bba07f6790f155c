package dev.nabla.compile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the code length of each method back from a class file (JVM specification, chapter 4). */
final class CodeLengths {
  private static final int UTF8 = 1;
  private static final int METHOD_HANDLE = 15;

  private final DataInputStream in;
  private final List<Integer> lengths = new ArrayList<>();
  private String[] names;

  private CodeLengths(byte[] classFile) throws IOException {
    in = new DataInputStream(new ByteArrayInputStream(classFile));
    in.skipNBytes(8);
    readConstantPool();
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    readMembers();
    readMembers();
  }

  static List<Integer> of(byte[] classFile) {
    try {
      return new CodeLengths(classFile).lengths;
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private void readConstantPool() throws IOException {
    names = new String[in.readUnsignedShort()];
    for (int i = 1; i < names.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> names[i] = in.readUTF();
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case METHOD_HANDLE -> in.skipNBytes(3);
        default -> in.skipNBytes(4);
      }
    }
  }

  private void readMembers() throws IOException {
    for (int member = in.readUnsignedShort(); member > 0; member--) {
      in.skipNBytes(6);
      for (int attribute = in.readUnsignedShort(); attribute > 0; attribute--) {
        String name = names[in.readUnsignedShort()];
        int length = in.readInt();
        if (name.equals("Code")) {
          in.skipNBytes(4);
          lengths.add(in.readInt());
          in.skipNBytes(length - 8L);
        } else {
          in.skipNBytes(length);
        }
      }
    }
  }
}
