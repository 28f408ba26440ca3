package dev.counterfoil.reports.page;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A canonical Huffman code as RFC 1951 section 3.2.2 has it. Symbols that never occur have no code. */
final class Huffman {
    private final int[] lengths;
    private final int[] codes;

    private Huffman(int[] lengths) {
        this.lengths = lengths;
        this.codes = codes(lengths);
    }

    /**
     * The code for symbols of these frequencies.
     *
     * @param longest no code has more bits; rare symbols count for more until that holds
     */
    static Huffman of(int[] frequencies, int longest) {
        int[] counted = frequencies.clone();
        while (true) {
            int[] lengths = lengths(counted);
            boolean fits = true;
            for (int length : lengths) {
                fits &= length <= longest;
            }
            if (fits) {
                return new Huffman(lengths);
            }
            for (int i = 0; i < counted.length; i++) {
                counted[i] = counted[i] == 0 ? 0 : counted[i] / 2 + 1;
            }
        }
    }

    private record Node(long weight, int number, int one, int other) {}

    /** Builds the tree: the two lightest nodes become one, older nodes first where they weigh the same. */
    private static int[] lengths(int[] frequencies) {
        Node[] nodes = new Node[frequencies.length * 2];
        PriorityQueue<Node> queue =
                new PriorityQueue<>(Comparator.comparingLong(Node::weight).thenComparingInt(Node::number));
        for (int i = 0; i < frequencies.length; i++) {
            if (frequencies[i] > 0) {
                nodes[i] = new Node(frequencies[i], i, -1, -1);
                queue.add(nodes[i]);
            }
        }
        int next = frequencies.length;
        while (queue.size() > 1) {
            Node one = queue.remove();
            Node other = queue.remove();
            nodes[next] = new Node(one.weight() + other.weight(), next, one.number(), other.number());
            queue.add(nodes[next++]);
        }
        int[] depths = new int[frequencies.length * 2];
        for (int i = next - 1; i >= frequencies.length; i--) {
            depths[nodes[i].one()] = depths[i] + 1;
            depths[nodes[i].other()] = depths[i] + 1;
        }
        int[] lengths = new int[frequencies.length];
        for (int i = 0; i < lengths.length; i++) {
            boolean alone = next == frequencies.length && frequencies[i] > 0;
            lengths[i] = alone ? 1 : depths[i];
        }
        return lengths;
    }

    private static int[] codes(int[] lengths) {
        int[] codes = new int[lengths.length];
        int code = 0;
        for (int length = 1; length < Integer.SIZE; length++) {
            for (int i = 0; i < lengths.length; i++) {
                if (lengths[i] == length) {
                    codes[i] = code++;
                }
            }
            code <<= 1;
        }
        return codes;
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    /** The code, its bits turned round: a packed stream takes the first bit first. */
    int code(int symbol) {
        return Integer.reverse(codes[symbol]) >>> (Integer.SIZE - Math.max(1, lengths[symbol]));
    }

    /** How many lengths have to be told, the last ones being zero; at least so many. */
    int used(int least) {
        int used = lengths.length;
        while (used > least && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }
}
