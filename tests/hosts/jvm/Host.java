// The library in a JVM, by JNI: callbacks into Java that collect, throw, recurse
// until the stack is used up and follow null, on several threads.
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

public class Host {
    static final String[] LIMITS = {"memory", "steps", "cpu_ns", "time_ns", "output", "host_calls"};

    static native long open(Host user, long[] limits);
    static native String run(long session, byte[] source);
    static native void cancel(long session);
    static native void close(long session);

    interface Work {
        void run() throws Exception;
    }

    final ByteArrayOutputStream output = new ByteArrayOutputStream();
    final Work onCall;
    final long session;

    Host(Work onCall, Object... limits) {
        long[] values = new long[LIMITS.length];
        for (int i = 0; i < limits.length; i += 2)
            values[List.of(LIMITS).indexOf(limits[i])] = ((Number) limits[i + 1]).longValue();
        this.onCall = onCall;
        session = open(this, values);
        if (session == 0) throw new IllegalStateException("vitrine_session_new");
    }

    // Called from C, as is add().
    void write(byte[] text) {
        output.write(text, 0, text.length);
    }

    long add(long a, long b) throws Exception {
        if (onCall != null) onCall.run();
        return a + b;
    }

    String run(String source) {
        return run(session, source.getBytes(StandardCharsets.UTF_8));
    }

    void close() {
        close(session);
    }

    static void equal(Object a, Object b) {
        if (!a.equals(b)) throw new AssertionError(a + " is not " + b);
    }

    static int deep(int n) {
        return deep(n + 1) + 1;
    }

    static void overflow() {
        try {
            deep(0);
        } catch (StackOverflowError e) {
            return;
        }
        throw new AssertionError("no end to the stack");
    }

    static String nothing; // null, which compiled code finds out by a fault
    static volatile int kept;

    static void followNull() {
        for (int i = 0; i < 200; i++) {
            try {
                kept = nothing.length();
            } catch (NullPointerException e) {
                kept++;
            }
        }
    }

    static void collect() {
        List<byte[]> garbage = new ArrayList<>();
        for (int i = 0; i < 200; i++) garbage.add(new byte[100000]);
        kept = garbage.size();
        System.gc();
    }

    static void valuesAndOutput() {
        Host h = new Host(null);
        equal(h.run("x = 20\nprint('h\u00e9llo', x)\nadd(x, 22)"), "done 42");
        equal(new String(h.output.toByteArray(), StandardCharsets.UTF_8), "h\u00e9llo 20\n");
        h.close();
    }

    static void callbacks() {
        Work[] works = {Host::overflow, Host::followNull, Host::collect, () -> Thread.sleep(1),
            () -> new Throwable().getStackTrace(), () -> { throw new IllegalStateException("mine"); }};
        for (int i = 0; i < works.length; i++) {
            Host h = new Host(works[i]);
            for (int j = 0; j < 3; j++)
                equal(h.run("add(1, 2)"), i < works.length - 1 ? "done 3" : "raised");
            equal(h.run("len('ab')"), "done 2");
            h.close();
        }
    }

    static void nested(int depth) {
        Host inner = new Host(depth > 0 ? () -> nested(depth - 1) : null);
        equal(inner.run("add(" + depth + ", 1)"), "done " + (depth + 1));
        inner.close();
    }

    static void callbacksRunOtherSessions() {
        nested(20);
    }

    static void limits() {
        Object[][] stopped = {
            {"while True: pass", "steps", 1000000, "out_of_steps"},
            {"while True: pass", "time_ns", 20000000, "out_of_time"},
            {"while True: pass", "cpu_ns", 20000000, "out_of_cpu"},
            {"import time\ntime.sleep(100)", "time_ns", 20000000, "out_of_time"},
            {"a = []\nwhile True: a.append(bytearray(100000))", "memory", 8 << 20, "out_of_memory"},
            {"while True: add(1, 2)", "host_calls", 100, "out_of_calls"},
            {"def f(): return f()\nf()", "steps", 100000000, "raised"},
        };
        for (Object[] s : stopped) {
            Host h = new Host(null, s[1], s[2]);
            h.run("kept = 5");
            equal(h.run((String) s[0]), s[3]);
            equal(h.run("kept + 1"), "done 6");
            h.close();
        }
    }

    static void traps() {
        Host h = new Host(null);
        h.run("kept = 5");
        for (int i = 0; i < 5; i++) { // a bug of the guest's; mended, it raises
            String outcome = h.run("import io\nio.BufferedWriter(None, 1).write(b'foo')");
            if (!outcome.equals("trapped")) equal(outcome, "raised");
            equal(h.run("add(kept, 1)"), "done 6");
        }
        h.close();
    }

    static void cancelFromAnotherThread() throws Exception {
        Host h = new Host(null);
        Thread other = new Thread(() -> {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                return;
            }
            cancel(h.session);
        });
        other.start();
        equal(h.run("while True: pass"), "cancelled");
        other.join();
        equal(h.run("add(1, 2)"), "done 3");
        h.close();
    }

    static void hotCallbacks() { // until they are compiled
        Host h = new Host(Host::followNull, "host_calls", 100000);
        equal(h.run("n = 0\nfor i in range(1000): n = add(n, 1)\nn"), "done 1000");
        h.close();
    }

    static void manyThreads() throws Exception {
        List<Throwable> problems = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 12; t++) {
            int n = t;
            Work[] works = {Host::overflow, Host::collect, Host::followNull, Thread::yield};
            Thread thread = new Thread(null, () -> {
                try {
                    for (int i = 0; i < 10; i++) {
                        Host h = new Host(works[(n + i) % works.length], "steps", 1000000);
                        equal(h.run("print('a')\nadd(" + n + ", " + i + ")"), "done " + (n + i));
                        equal(h.run("while True: pass"), "out_of_steps");
                        equal(h.output.toString(), "a\n");
                        h.close();
                    }
                } catch (Throwable e) {
                    synchronized (problems) {
                        problems.add(e);
                    }
                }
            }, "guest " + t, 512 * 1024);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) thread.join();
        if (!problems.isEmpty()) throw new AssertionError(problems);
    }

    public static void main(String[] arguments) {
        System.load(arguments[0]);
        String[] names = {"values and output", "callbacks that overflow, follow null, collect and throw",
            "callbacks run other sessions", "limits", "traps", "cancel from another thread",
            "hot callbacks", "many threads"};
        Work[] tests = {Host::valuesAndOutput, Host::callbacks, Host::callbacksRunOtherSessions,
            Host::limits, Host::traps, Host::cancelFromAnotherThread, Host::hotCallbacks,
            Host::manyThreads};
        int bad = 0;
        for (int i = 0; i < tests.length; i++) {
            try {
                tests[i].run();
                System.out.println("ok " + (i + 1) + " - " + names[i]);
            } catch (Throwable e) {
                bad = 1;
                System.out.println("not ok " + (i + 1) + " - " + names[i] + "\n# " + e);
            }
        }
        System.out.println("1.." + tests.length);
        System.exit(bad);
    }
}
