package cadenza.host.installation;

/**
 * What an archive may unpack to.
 *
 * @param entries at most so many files and folders
 * @param bytes at most so many in all
 * @param ratio at most so many times the bytes of the archive itself
 */
record ArchiveLimits(int entries, long bytes, int ratio) {
    /** Ten thousand entries, 200 MB, a hundred times the archive. */
    static final ArchiveLimits DEFAULT = new ArchiveLimits(10_000, 200_000_000, 100);
}
