package cadenza.host.novelty;

/**
 * The beginnings of all suffixes of a text of numbers, in the order of the suffixes: by prefix doubling (U. Manber and
 * G. Myers, "Suffix arrays: a new method for on-line string searches", SIAM Journal on Computing 22, 1993) with counting
 * sort, in n log n steps and 16 n bytes.
 */
final class SuffixArray {
    private SuffixArray() {}

    /**
     * Sorts the suffixes; one that is a prefix of another comes first.
     *
     * @param text numbers of {@code [0, symbols)}
     * @return a permutation of {@code [0, text.length)}
     */
    static int[] of(int[] text, int symbols) {
        int length = text.length;
        int[] order = new int[length];
        int[] rank = text.clone();
        int[] next = new int[length];
        for (int i = 0; i < length; i++) {
            next[i] = i;
        }
        int ranks = symbols;
        sortByRank(next, rank, ranks, order);
        for (int prefix = 0; prefix < length; prefix = Math.max(1, 2 * prefix)) {
            if (prefix > 0) {
                int filled = 0;
                for (int i = length - prefix; i < length; i++) {
                    next[filled++] = i;
                }
                for (int suffix : order) {
                    if (suffix >= prefix) {
                        next[filled++] = suffix - prefix;
                    }
                }
                sortByRank(next, rank, ranks, order);
            }
            ranks = rerank(order, rank, prefix, next);
            System.arraycopy(next, 0, rank, 0, length);
            if (ranks == length) {
                break;
            }
        }
        return order;
    }

    /** Counting sort, stable. */
    private static void sortByRank(int[] suffixes, int[] rank, int ranks, int[] sorted) {
        int[] counts = new int[ranks + 1];
        for (int suffix : suffixes) {
            counts[rank[suffix] + 1]++;
        }
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
        for (int suffix : suffixes) {
            sorted[counts[rank[suffix]]++] = suffix;
        }
    }

    /** Ranks by the first 2 · prefix numbers (by the first one, if prefix is 0). @return how many ranks there are */
    private static int rerank(int[] order, int[] rank, int prefix, int[] reranked) {
        int ranks = 0;
        for (int i = 0; i < order.length; i++) {
            if (i > 0
                    && (rank[order[i]] != rank[order[i - 1]]
                            || prefix > 0 && second(order[i], rank, prefix) != second(order[i - 1], rank, prefix))) {
                ranks++;
            }
            reranked[order[i]] = ranks;
        }
        return order.length == 0 ? 0 : ranks + 1;
    }

    private static int second(int suffix, int[] rank, int prefix) {
        return suffix + prefix < rank.length ? rank[suffix + prefix] : -1;
    }
}
