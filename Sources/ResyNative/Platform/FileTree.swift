internal import LibC

/// A folder with all that is in it.
enum FileTree {
    /// Removes it; a symbolic link goes itself, never what it leads to. False where something is left.
    ///
    /// For folders of ours alone: by path, so whoever could exchange a folder inside meanwhile could lead it astray.
    @discardableResult
    static func remove(_ path: String) -> Bool {
        let found: Files.Facts?
        do { found = try Files.facts(path) } catch { return false }
        guard let found else { return true }
        guard found.isFolder else { return unlink(path) == 0 || errno == ENOENT }
        var isEmptied = true
        for name in (try? Files.names(in: path)) ?? [] where !remove(path + "/" + name) { isEmptied = false }
        guard rmdir(path) != 0 else { return true }
        return isEmptied && errno == ENOENT
    }
}
