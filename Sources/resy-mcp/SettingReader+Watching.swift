internal import ResyDomain
internal import ArgumentParser
internal import ResyNative

/// Where a watch sends its messages, and where this user's timers are set up.
extension SettingReader {
    /// Only `doctor --live` asks there.
    func releasesURL() throws -> String? {
        guard let url = variable("RESY_RELEASES_URL")?.trimmed else { return nil }
        switch BaseURL.checkWhole(url) {
        case .good(let url): return url
        case .bad(let reason):
            let shown = BaseURL.mayHoldSecret(url) ? "" : " \(RPCError.quoted(url))"
            throw ValidationError("RESY_RELEASES_URL\(shown) is not valid: \(reason)")
        }
    }

    /// The address is a secret: it is not shown where it is wrong.
    func notifyURL() throws -> String? {
        guard let url = variable("RESY_NOTIFY_URL")?.trimmed else { return nil }
        switch BaseURL.checkWhole(url) {
        case .good(let url): return url
        case .bad(let reason): throw ValidationError("RESY_NOTIFY_URL is not valid: \(reason)")
        }
    }

    /// Found at the same place whoever calls: no folder of somebody's PATH, and none that moves.
    func notifyCommand() throws -> String? {
        guard let path = variable("RESY_NOTIFY_COMMAND")?.trimmed else { return nil }
        guard path.hasPrefix("/"), !path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            throw ValidationError(
                "RESY_NOTIFY_COMMAND \(RPCError.quoted(path)) is not valid: give one program by its whole path, without "
                    + "arguments, such as /usr/local/bin/tell-me")
        }
        return path
    }

    /// As the XDG base directories have it; nil where nobody knows this user's folder.
    func configFolder() throws -> String? {
        if let config = variable("XDG_CONFIG_HOME")?.trimmed, config.hasPrefix("/"), !config.contains("$") {
            return config.count > 1 && config.hasSuffix("/") ? String(config.dropLast()) : config
        }
        return userFolder.map { $0 + "/.config" }
    }
}
