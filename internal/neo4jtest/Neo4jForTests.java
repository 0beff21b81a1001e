import static org.neo4j.configuration.connectors.ConnectorType.BOLT;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * An embedded Neo4j for one test process. It prints "bolt PORT" once Bolt answers and lives until its stdin ends, which
 * the operating system brings about however the parent dies. Its home is a fresh folder under args[0].
 */
public class Neo4jForTests {
    private static final String CONF =
            """
            server.bolt.enabled=true
            # Port 0 cannot collide; the routing table advertises the port that was really bound.
            server.bolt.listen_address=127.0.0.1:0
            server.bolt.advertised_address=127.0.0.1:0
            dbms.security.auth_enabled=false
            server.memory.pagecache.size=256m
            # Otherwise every start writes 256 MiB of empty transaction log per database.
            db.tx_log.preallocate=false
            db.store.files.preallocate=false
            db.filewatcher.enabled=false
            db.logs.query.enabled=OFF
            server.logs.debug.enabled=false
            dbms.usage_report.enabled=false
            # A test's graphs come and go: a statement's plan is kept whatever the counts are now.
            dbms.cypher.min_replan_interval=1h
            # Nothing is worth waiting for at the end; by default Bolt alone takes ten seconds.
            internal.server.bolt.thread_pool_shutdown_wait_time=0s
            """;

    private static volatile DatabaseManagementService dbms;

    private static FileChannel alive; // a field, as the garbage collector would close it and so lose its lock

    public static void main(String[] args) {
        try {
            serve(Path.of(args[0]));
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1); // a thread of a half-started server could keep the JVM alive
        }
    }

    private static void serve(Path homes) throws Exception {
        // Watched from the start, as the parent may die while the server is still coming up.
        daemon(() -> {
            while (System.in.read() >= 0) {}
            System.exit(0);
        });
        var home = newHome(homes);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            // Neo4j must not keep the JVM alive: what it then leaves behind is removed by the next start.
            daemon(() -> {
                Thread.sleep(15_000);
                Runtime.getRuntime().halt(1);
            });
            try {
                if (dbms != null) dbms.shutdown();
            } finally {
                delete(home);
            }
        }));

        dbms = new DatabaseManagementServiceBuilder(home)
                .loadPropertiesFromFile(Files.writeString(home.resolve("neo4j.conf"), CONF))
                .build();
        var port = ((GraphDatabaseAPI) dbms.database("neo4j"))
                .getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(BOLT)
                .getPort();
        System.out.println("bolt " + port);
        System.setOut(System.err); // nobody reads stdout any more, and a full pipe would block the server
        Thread.currentThread().join();
    }

    /** A new home whose lock lasts as long as this JVM; homes that nobody locks are left-overs and are removed. */
    private static Path newHome(Path homes) throws IOException {
        try (var all = lockFile(homes.resolve("lock"))) {
            all.lock();
            try (var old = Files.newDirectoryStream(homes, "home-*")) {
                for (var dir : old) {
                    try (var channel = lockFile(dir.resolve("alive"))) {
                        if (channel.tryLock() == null) continue;
                    }
                    delete(dir);
                }
            }
            var home = Files.createTempDirectory(homes, "home-");
            alive = lockFile(home.resolve("alive"));
            alive.lock();
            return home;
        }
    }

    private static FileChannel lockFile(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void delete(Path dir) {
        try (var files = Files.walk(dir)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException | java.io.UncheckedIOException gone) {
            // removed by someone else, or left to the next start
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    private static void daemon(Task task) {
        var thread = new Thread(() -> {
            try {
                task.run();
            } catch (Exception e) {
                Runtime.getRuntime().halt(1);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
