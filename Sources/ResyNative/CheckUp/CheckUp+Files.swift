/// Whose the files are, and who else can read them. Nothing is tightened here.
extension CheckUp {
    func credentialsFolder() -> Finding? {
        let what = "credentials"
        do {
            guard let facts = try Files.facts(home.credentials) else { return nil }
            guard facts.isFolder, facts.isOurs else {
                return .failed(
                    what, "\(home.credentials) is not a folder of your own",
                    "Move it away, then run `resy-mcp login`; or name another home with --home.")
            }
            return loose(what, home.credentials, mode: "700") ?? .fine(what, home.credentials)
        } catch {
            return unseen(what, home.credentials)
        }
    }

    func key() -> Finding {
        let what = "key"
        let path = home.credentials + "/.key"
        do {
            let facts = try Files.facts(path)
            if facts == nil, try credentials.has(AuthManager.platform) {
                return .failed(
                    what, "\(path) is missing, and the stored sign-in cannot be opened without it",
                    "Restore it from a backup, or run `resy-mcp logout` and `resy-mcp login`.")
            }
            guard facts != nil else { return .fine(what, "\(path), made at the first sign-in") }
            if let finding = foreign(what, path) { return finding }
            guard let text = try? Files.read(path), (try? Fernet(key: Secret(text.trimmedLine))) != nil else {
                return .failed(
                    what, "\(path) is damaged: it is not a key",
                    "Restore it from a backup, or run `resy-mcp logout` and `resy-mcp login`.")
            }
            return loose(what, path, "If others use this machine, change the Resy password too.") ?? .fine(what, path)
        } catch {
            return unseen(what, path)
        }
    }

    /// Nil where nothing is stored; what it holds is the account's line.
    func signInFile() -> Finding? {
        let what = "sign-in file"
        let path = "\(home.credentials)/\(AuthManager.platform).enc"
        do {
            guard try Files.facts(path) != nil else { return nil }
            return foreign(what, path) ?? loose(what, path) ?? .fine(what, path)
        } catch {
            return unseen(what, path)
        }
    }

    // MARK: - Disk

    /// The home, or the nearest folder above it that is there.
    var standing: String? {
        var path: String? = home.path
        while let here = path, ((try? Files.facts(here)) ?? nil) == nil {
            let above = Files.parent(of: here)
            path = above == here ? nil : above
        }
        return path
    }

    func disk() -> Finding {
        let what = "disk"
        guard let standing, let room = Files.room(at: standing) else {
            return .doubtful(what, "its room could not be read", "Check the path of the home.")
        }
        guard room.bytes >= 1 << 20, room.hasNames else {
            return .failed(
                what, "the disk of \(home.path) is full: no sign-in and no booking can be recorded",
                "Make room, or use another disk with --home.")
        }
        let megabytes = room.bytes >> 20
        guard megabytes >= 20 else {
            return .doubtful(what, "\(megabytes) MB are left for \(home.path)", "Make room.")
        }
        return .fine(what, megabytes >= 1024 ? "more than a gigabyte is left" : "\(megabytes) MB are left")
    }

    // MARK: -

    /// The finding for what is not a plain file of this user's.
    func foreign(_ what: String, _ path: String) -> Finding? {
        guard let facts = (try? Files.facts(path)) ?? nil else { return nil }
        if !facts.isPlain {
            return .failed(what, "\(path) is not a plain file of your own", "Move it away: a new one is made.")
        }
        guard !facts.isOurs else { return nil }
        return .failed(
            what, "\(path) belongs to another user", "Take it over (chown), or use a folder of your own with --home.")
    }

    /// The finding for what others could read.
    func loose(_ what: String, _ path: String, mode: String = "600", _ more: String = "") -> Finding? {
        guard let facts = (try? Files.facts(path)) ?? nil, facts.mode & 0o077 != 0 else { return nil }
        return .doubtful(
            what, "\(path) is open to others (mode \(String(facts.mode, radix: 8)))",
            "chmod \(mode) \(path); the next command that uses it does so too.\(more.isEmpty ? "" : " " + more)")
    }

    private func unseen(_ what: String, _ path: String) -> Finding {
        .failed(what, "\(path) cannot be looked at", "Check the owner and the modes of \(home.path).")
    }
}

extension [UInt8] {
    /// Without the end of a line.
    fileprivate var trimmedLine: [UInt8] {
        var bytes = self
        while let last = bytes.last, last == 10 || last == 13 || last == 32 { bytes.removeLast() }
        return bytes
    }
}
