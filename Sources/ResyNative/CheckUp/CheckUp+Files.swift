internal import ResyDomain

/// Whose the files are, and who else can read them. Nothing is tightened here.
extension CheckUp {
    func credentialsFolder() -> Line? {
        do {
            guard let facts = try Files.facts(home.credentials) else { return nil }
            guard facts.isFolder, facts.isOurs else {
                return .failed(.credentials, .noOwnFolder(path: home.credentials), .moveFolder)
            }
            return loose(.credentials, home.credentials, mode: 0o700) ?? .fine(.credentials, .path(home.credentials))
        } catch {
            return unseen(.credentials, home.credentials)
        }
    }

    func key() -> Line {
        let path = home.credentials + "/.key"
        do {
            let facts = try Files.facts(path)
            if facts == nil, try credentials.has(AuthManager.platform) {
                return .failed(.key, .keyMissing(path: path), .restoreKey)
            }
            guard facts != nil else { return .fine(.key, .madeAtFirstSignIn(path: path)) }
            if let finding = foreign(.key, path) { return finding }
            guard let text = try? Files.read(path), (try? Fernet(key: Secret(text.trimmedLine))) != nil else {
                return .failed(.key, .keyDamaged(path: path), .restoreKey)
            }
            return loose(.key, path, .changePassword) ?? .fine(.key, .path(path))
        } catch {
            return unseen(.key, path)
        }
    }

    /// Nil where nothing is stored; what it holds is the account's line.
    func signInFile() -> Line? {
        let path = "\(home.credentials)/\(AuthManager.platform).enc"
        do {
            guard try Files.facts(path) != nil else { return nil }
            return foreign(.signInFile, path) ?? loose(.signInFile, path) ?? .fine(.signInFile, .path(path))
        } catch {
            return unseen(.signInFile, path)
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

    func disk() -> Line {
        guard let standing, let room = Files.room(at: standing) else {
            return .doubtful(.disk, .roomUnknown, .checkHomePath)
        }
        guard room.bytes >= 1 << 20, room.hasNames else {
            return .failed(.disk, .diskFull(path: home.path), .makeRoomOrMove)
        }
        let megabytes = Int(room.bytes >> 20)
        guard megabytes >= 20 else {
            return .doubtful(.disk, .littleRoom(megabytes: megabytes, path: home.path), .makeRoom)
        }
        return .fine(.disk, .room(megabytes: megabytes >= 1024 ? nil : megabytes))
    }

    // MARK: -

    /// The finding for what is not a plain file of this user's.
    func foreign(_ what: CheckUpSubject, _ path: String) -> Line? {
        guard let facts = (try? Files.facts(path)) ?? nil else { return nil }
        if !facts.isPlain { return .failed(what, .noOwnFile(path: path), .moveFile) }
        return facts.isOurs ? nil : .failed(what, .anotherUsers(path: path), .takeOver)
    }

    /// The finding for what others could read: a secret that they can is no secret.
    func loose(
        _ what: CheckUpSubject, _ path: String, mode: Int = 0o600, _ more: CheckUpAdvice? = nil, isSecret: Bool = true
    ) -> Line? {
        guard let facts = (try? Files.facts(path)) ?? nil, facts.mode & 0o077 != 0 else { return nil }
        let tighten = CheckUpAdvice.tighten(path: path, mode: mode, writes: false)
        var line =
            isSecret
            ? Line.failed(what, .openToOthers(path: path, mode: Int(facts.mode)), tighten)
            : Line.doubtful(what, .openToOthers(path: path, mode: Int(facts.mode)), tighten)
        if let more { line.mend.append(.checkUp(more)) }
        return line
    }

    private func unseen(_ what: CheckUpSubject, _ path: String) -> Line {
        .failed(what, .unseen(path: path), .checkOwnerOf(path: home.path))
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
