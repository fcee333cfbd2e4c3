package org.moderationdesk.architecture.planted.queue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import org.h2.tools.Server;

final class Faults {
    static int count;
    static final Map<String, String> CACHE = new HashMap<>();
    static final HashMap<String, String> TABLE = new HashMap<>();

    Faults(int one, int two, int three, int four, int five, int six, int seven) {
        count = one + two + three + four + five + six + seven;
    }

    void styles(Node node) {
        node.setStyle("-fx-padding: 0");
    }

    void prints(IOException failure) {
        failure.printStackTrace();
        System.out.println("seven");
    }

    Server serves(Server server) {
        return server;
    }
}
