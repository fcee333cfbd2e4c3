package org.moderationdesk.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * What is said to a database, in its order: each statement, a batch of one statement once, and each end of a
 * transaction. On a shared store each is a way there and back.
 */
public final class SaidStatements {
    private static final Set<String> ENDS = Set.of("commit", "rollback");

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicBoolean listening = new AtomicBoolean();

    /** What is said from now on until {@link #heard}. */
    public void listen() {
        said.clear();
        listening.set(true);
    }

    /** What was said since, each in one line. */
    public List<String> heard() {
        listening.set(false);
        return List.copyOf(said);
    }

    DataSource of(DataSource source) {
        return proxy(DataSource.class, source, "");
    }

    private Object told(Object target, String sql, Method method, Object[] args) throws Throwable {
        String name = method.getName();
        if (listening.get() && name.startsWith("execute")) {
            said.add((args != null && args[0] instanceof String words ? words : sql)
                    .strip()
                    .replaceAll("\\s+", " "));
        } else if (listening.get() && target instanceof Connection && ENDS.contains(name)) {
            said.add(name);
        }
        Object answer;
        try {
            answer = method.invoke(target, args);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
        return switch (answer) {
            case null -> null;
            case PreparedStatement statement -> proxy(PreparedStatement.class, statement, (String) args[0]);
            case Statement statement
            when method.getReturnType() == Statement.class -> proxy(Statement.class, statement, "");
            case Connection connection when target instanceof DataSource -> proxy(Connection.class, connection, "");
            default -> answer;
        };
    }

    private <T> T proxy(Class<T> kind, T target, String sql) {
        return kind.cast(Proxy.newProxyInstance(
                kind.getClassLoader() == null ? SaidStatements.class.getClassLoader() : kind.getClassLoader(),
                new Class<?>[] {kind},
                (_, method, args) -> told(target, sql, method, args)));
    }
}
