package org.moderationdesk.architecture.planted.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

final class Reader {
    Object read(InputStream bytes) throws IOException, ClassNotFoundException {
        try (var objects = new ObjectInputStream(bytes)) {
            return objects.readObject();
        }
    }
}
