internal import ResyDomain

extension CheckUp {
    // MARK: - Folder

    func homeFolder() -> Line {
        let path = home.path
        do {
            guard let facts = try Files.facts(path) else { return absentHome() }
            guard facts.isOurs else { return .failed(.home, .anotherUsers(path: path), .useOwnFolder) }
            guard Files.leadsToFolder(path) else {
                return .failed(.home, .noFolderToEnter(path: path), .nameAnotherHome)
            }
            guard Files.isWritable(path) else { return .failed(.home, .unwritableHome(path: path), .mendModes) }
            if facts.isFolder, facts.mode & 0o077 != 0 {
                return .doubtful(
                    .home, .openToOthers(path: path, mode: Int(facts.mode)),
                    .tighten(path: path, mode: 0o700, writes: true))
            }
            return .fine(.home, .path(path))
        } catch {
            return .failed(.home, error.explained())
        }
    }

    private func absentHome() -> Line {
        guard let parent = standing, Files.leadsToFolder(parent), Files.isWritable(parent),
            Files.room(at: parent) != nil
        else {
            return .failed(.home, .cannotBeMade(path: home.path), .nameOwnHome)
        }
        return .fine(.home, .madeWhenNeeded(path: home.path))
    }

    // MARK: - Secrets

    func account() -> [Line] {
        let stored: Credentials?
        do {
            stored = try credentials.look(AuthManager.platform)
        } catch let error as ResyError {
            return [
                Line(level: .failed, what: .account, result: error.finding, mend: [.checkUp(.signInAnew)])
            ]
        } catch {
            return [.failed(.account, .signInUnreadable, .signInAnew)]
        }
        guard let stored else {
            guard settings.email != nil, settings.password != nil else {
                return [.failed(.account, .nobody, .signIn)]
            }
            return [.fine(.account, .environmentSignsIn)]
        }
        let account = CheckUpFinding.account(
            name: stored.email.map(Self.masked), isAccepted: stored.isVerified)
        let first: Line = stored.isVerified ? .fine(.account, account) : .doubtful(.account, account, .signIn)
        return [first, token(stored)]
    }

    private func token(_ stored: Credentials) -> Line {
        let hasPassword = stored.password != nil && stored.email != nil
        let renewal = hasPassword || stored.hasRefreshCookie(for: settings.apiURL, now: clock.now)
        guard let token = stored.authToken else {
            return renewal
                ? .fine(.token, .noTokenYet) : .failed(.token, .noTokenNorMeans, .signIn)
        }
        guard let expires = TokenExpiry.read(token) ?? stored.tokenExpiresAt else {
            return .fine(.token, .tokenEndUnknown)
        }
        let left = expires.seconds - clock.now.seconds
        if left > 0 {
            let days = Int(min(left / 86_400, 10_000))
            if !renewal, days < 3 {
                return .doubtful(.token, .tokenEndsSoon(at: expires, days: days), .signIn)
            }
            return .fine(.token, .tokenGood(until: expires, days: days, isRenewed: renewal))
        }
        let ended = CheckUpFinding.tokenEnded(at: expires, isRenewed: renewal)
        return renewal ? .fine(.token, ended) : .failed(.token, ended, .signIn)
    }

    /// `s…@example.com`: a doctor's answer gets pasted into bug reports.
    static func masked(_ email: String) -> String {
        guard let at = email.lastIndex(of: "@"), let first = email.first, at > email.startIndex else { return "…" }
        return "\(first)…\(email[at...])"
    }

    // MARK: - Database

    func database() -> Line {
        let path = home.database
        do {
            guard try Files.facts(path) != nil else { return .fine(.database, .madeWhenNeeded(path: path)) }
            if let foreign = foreign(.database, path) { return foreign }
            let (version, isSound) = try Store.inspect(path)
            guard isSound else { return damaged(path) }
            guard version <= Migrations.newest else {
                return .failed(.database, .newerLayout(path: path, version: version), .updateOrMove)
            }
            return loose(.database, path, isSecret: false) ?? .fine(.database, .layout(path: path, version: version))
        } catch let error as SQLiteError {
            if error.isDamaged { return damaged(path) }
            return .failed(.database, .unopened(path: path, code: Int(error.code)), .checkOwner)
        } catch {
            return .failed(.database, .unseen(path: path), .checkOwnerOf(path: home.path))
        }
    }

    private func damaged(_ path: String) -> Line {
        .failed(.database, .damaged(path: path), .moveDatabase)
    }
}
