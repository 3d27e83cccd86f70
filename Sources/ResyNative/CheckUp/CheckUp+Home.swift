internal import ResyDomain

extension CheckUp {
    // MARK: - Folder

    func homeFolder() -> Finding {
        let what = "home"
        do {
            guard let facts = try Files.facts(home.path) else { return absentHome(what) }
            guard facts.isOurs else {
                return .failed(what, "\(home.path) belongs to another user", "Use a folder of your own with --home.")
            }
            guard Files.leadsToFolder(home.path) else {
                return .failed(what, "\(home.path) is no folder that can be entered", "Name another with --home.")
            }
            guard Files.isWritable(home.path) else {
                return .failed(
                    what, "\(home.path) cannot be written, so no sign-in and no booking can be recorded",
                    "Mend its modes (chmod 700), or use another with --home.")
            }
            if facts.isFolder, facts.mode & 0o077 != 0 {
                return .doubtful(
                    what, "\(home.path) is open to others (mode \(String(facts.mode, radix: 8)))",
                    "chmod 700 \(home.path); the next command that writes does so too.")
            }
            return .fine(what, home.path)
        } catch {
            let explained = error.explained()
            return .failed(what, explained.message, explained.hint)
        }
    }

    private func absentHome(_ what: String) -> Finding {
        guard let parent = standing, Files.leadsToFolder(parent), Files.isWritable(parent) else {
            return .failed(
                what, "\(home.path) does not exist and cannot be made", "Name a folder of your own with --home.")
        }
        return .fine(what, "\(home.path), made when it is first needed")
    }

    // MARK: - Secrets

    func account() -> [Finding] {
        let what = "account"
        let stored: Credentials?
        do {
            stored = try credentials.look(AuthManager.platform)
        } catch let error as ResyError {
            return [.failed(what, error.message, "Run `resy-mcp logout`, then `resy-mcp login`.")]
        } catch {
            return [.failed(what, "the stored sign-in cannot be read", "Run `resy-mcp logout`, then `resy-mcp login`.")]
        }
        guard let stored else {
            guard settings.email != nil, settings.password != nil else {
                return [.failed(what, "nobody is signed in", "Run `resy-mcp login`.")]
            }
            return [.fine(what, "nothing is stored; RESY_EMAIL and RESY_PASSWORD will sign in at the first call")]
        }
        let name = stored.email.map(Self.masked) ?? "an account without a name"
        let first: Finding =
            stored.isVerified
            ? .fine(what, "\(name), accepted by Resy")
            : .doubtful(what, "\(name), never accepted by Resy so far", "Run `resy-mcp login`.")
        return [first, token(stored)]
    }

    private func token(_ stored: Credentials) -> Finding {
        let what = "token"
        let hasPassword = stored.password != nil && stored.email != nil
        let renewal = hasPassword || stored.hasRefreshCookie(for: settings.apiURL, now: clock.now)
        guard let token = stored.authToken else {
            return renewal
                ? .fine(what, "none yet; the next call signs in")
                : .failed(what, "none, and nothing to get one with", "Run `resy-mcp login`.")
        }
        guard let expires = TokenExpiry.read(token) ?? stored.tokenExpiresAt else {
            return .fine(what, "does not say when it ends")
        }
        let when = LocalTime.spoken(expires) ?? "a day that no calendar has"
        let left = expires.seconds - clock.now.seconds
        if left > 0 {
            let days = Int(min(left / 86_400, 10_000))
            let span = days == 0 ? "today" : days == 1 ? "in 1 day" : "in \(days) days"
            if !renewal, days < 3 {
                return .doubtful(
                    what, "ends \(span), on \(when), and nothing is stored to renew it", "Run `resy-mcp login`.")
            }
            return .fine(what, "good until \(when) (ends \(span))\(renewal ? "; renewed by itself" : "")")
        }
        return renewal
            ? .fine(what, "ended on \(when); the next call renews it")
            : .failed(what, "ended on \(when), and nothing is stored to renew it", "Run `resy-mcp login`.")
    }

    /// `s…@example.com`: a doctor's answer gets pasted into bug reports.
    static func masked(_ email: String) -> String {
        guard let at = email.lastIndex(of: "@"), let first = email.first, at > email.startIndex else { return "…" }
        return "\(first)…\(email[at...])"
    }

    // MARK: - Database

    func database() -> Finding {
        let what = "database"
        let path = home.database
        do {
            guard try Files.facts(path) != nil else { return .fine(what, "\(path), made when it is first needed") }
            if let foreign = foreign(what, path) { return foreign }
            let (version, isSound) = try Store.inspect(path)
            guard isSound else { return damaged(what, path) }
            guard version <= Migrations.newest else {
                return .failed(
                    what, "\(path) was written by a newer resy-mcp (version \(version) of its layout)",
                    "Update resy-mcp, or use another folder with --home.")
            }
            return loose(what, path) ?? .fine(what, "\(path), version \(version) of its layout")
        } catch let error as SQLiteError {
            if error.isDamaged { return damaged(what, path) }
            return .failed(
                what, "\(path) does not open (SQLite \(error.code))",
                "Check its owner and modes; it should be yours alone.")
        } catch {
            return .failed(what, "\(path) cannot be looked at", "Check the owner and the modes of \(home.path).")
        }
    }

    private func damaged(_ what: String, _ path: String) -> Finding {
        .failed(
            what, "\(path) is damaged",
            "Move it away: a new one is made, and the reservations stay safe at Resy.")
    }
}
