internal import ResyDomain
internal import ArgumentParser
internal import ResyNative
internal import LibC

/// Reads settings from flags and variables, and says what is wrong with one in a way that can be acted on.
struct SettingReader {
    /// The value of a variable, nil where it is not in the environment.
    let environment: (String) -> String?
    /// The user's own folder where the environment has none.
    var recordedFolder: () -> String? = { UserFolder.recorded }

    /// A value as it was given, and what to call it in a complaint.
    private struct Given {
        let text: String
        let name: String

        /// Values are shown for every setting that is not a secret.
        func refused(_ allowed: String) -> ValidationError {
            ValidationError("\(name) \(RPCError.quoted(text)) is not valid: \(allowed)")
        }

        /// An address may hold a password, which a wrong one shows to nobody.
        func refusedAddress(_ allowed: String) -> ValidationError {
            BaseURL.mayHoldSecret(text) ? ValidationError("\(name) is not valid: \(allowed)") : refused(allowed)
        }
    }

    /// Nil for what desktop clients pass in place of nothing.
    static func meant(_ text: String?) -> String? {
        text.flatMap { Unset.isOptional($0) ? nil : $0 }
    }

    /// Kept whole: a password may begin with a space.
    func variable(_ name: String) -> String? {
        SettingReader.meant(environment(name))
    }

    private func given(_ flag: String, _ value: String?, _ variable: String) -> Given? {
        if let value = SettingReader.meant(value) { return Given(text: value.trimmed, name: flag) }
        return self.variable(variable).map { Given(text: $0.trimmed, name: variable) }
    }

    // MARK: - Kinds

    func home(flag: String?) throws -> String {
        for (name, value) in [("--home", flag), ("RESY_MCP_HOME", environment("RESY_MCP_HOME"))] {
            if let path = try folder(name, value) { return path }
        }
        if let data = try folder("XDG_DATA_HOME", environment("XDG_DATA_HOME")) { return data + "/resy-mcp" }
        guard let user = userFolder else {
            throw ValidationError(
                "\(homeFault), and the system has no folder for this user: give --home DIR or set RESY_MCP_HOME to the "
                    + "folder for all state, as a whole path")
        }
        return SettingReader.usualHome(of: user)
    }

    /// Where nothing chose another; `user` is their own folder.
    static func usualHome(of user: String) -> String { (user == "/" ? "" : user) + "/.local/share/resy-mcp" }

    private var homeFault: String {
        variable("HOME").map { "HOME \(RPCError.quoted($0)) is not a whole path" } ?? "HOME is not set"
    }

    /// The user's own, without a slash at its end: HOME, or what the system has recorded.
    var userFolder: String? { whole(variable("HOME")?.trimmed) ?? whole(recordedFolder()) }

    private func whole(_ path: String?) -> String? {
        guard let path, path.hasPrefix("/"), !path.contains("$") else { return nil }
        return withoutSlash(path)
    }

    private func withoutSlash(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    private func folder(_ name: String, _ value: String?) throws -> String? {
        // The one variable that always has a value: whoever wrote it meant that one.
        let isHome = ["${HOME}", "${env:HOME}"].contains(value?.trimmed)
        guard let text = isHome ? value?.trimmed : SettingReader.meant(value)?.trimmed else { return nil }
        switch UserPath.readWhole(text, user: userFolder) {
        case .good(let path): return withoutSlash(path)
        case .bad(let reason): throw Given(text: text, name: name).refused(reason)
        }
    }

    /// A file, for a person's shell also one beside where they stand.
    func path(_ flag: String, _ value: String?, _ variable: String) throws -> String? {
        guard let given = given(flag, value, variable) else { return nil }
        switch UserPath.read(given.text, user: userFolder) {
        case .good(let path): return path
        case .bad(let reason): throw given.refused(reason)
        }
    }

    func url(_ flag: String, _ value: String?, _ variable: String) throws -> String? {
        guard let given = given(flag, value, variable) else { return nil }
        switch BaseURL.check(given.text) {
        case .good(let url): return url
        case .bad(let reason): throw given.refusedAddress(reason)
        }
    }

    /// The key is public, but a chosen one may not be: it is not shown.
    func apiKey() throws -> String? {
        guard let key = variable("RESY_API_KEY")?.trimmed else { return nil }
        guard key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
        else { throw ValidationError("RESY_API_KEY is not valid: letters, digits and signs without quotes or spaces") }
        return key
    }

    func pace(_ value: String?) throws -> ClosedRange<Double>? {
        guard let given = given("--pace", value, "RESY_PACE") else { return nil }
        let parts = given.text.split(separator: "-", omittingEmptySubsequences: false).map {
            seconds(String($0).trimmed)
        }
        guard parts.count <= 2, let first = parts.first ?? nil, let last = parts.last ?? nil, first <= last else {
            throw given.refused("give MIN-MAX in seconds, such as 1-3, each at most 60, or 0 for no pause")
        }
        return first...last
    }

    func budget(_ value: String?) throws -> Int? {
        guard let given = given("--budget", value, "RESY_BUDGET") else { return nil }
        let isPlain = given.text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isPlain, let requests = Int(given.text), requests <= 1000 else {
            throw given.refused("give a number of requests, such as 20, at most 1000, or 0 for no limit")
        }
        return requests
    }

    func hours(_ flag: String, _ value: String?, _ variable: String) throws -> Double? {
        guard let given = given(flag, value, variable) else { return nil }
        guard let hours = decimal(given.text), hours <= 8760 else {
            throw given.refused("give a number of hours before the table, such as 24 or 1.5, at most 8760")
        }
        return hours
    }

    func words(_ flag: String, _ value: String?, _ variable: String) -> String? {
        given(flag, value, variable)?.text
    }

    func party(_ flag: String, _ value: String?, _ variable: String) throws -> Int? {
        guard let given = given(flag, value, variable) else { return nil }
        let isPlain = given.text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isPlain, let people = Int(given.text), Ask.partyRange.contains(people) else {
            throw given.refused("give a number of people from 1 to 50")
        }
        return people
    }

    private func seconds(_ text: String) -> Double? {
        guard let value = decimal(text), value <= 60 else { return nil }
        return value
    }

    /// Digits and one point: `Double` itself would also take `nan`, `1e9` and hexadecimal.
    private func decimal(_ text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        }
        return isPlain ? Double(text) : nil
    }

    func amount(_ flag: String, _ value: String?, _ variable: String) throws -> Double? {
        guard let given = given(flag, value, variable) else { return nil }
        guard let amount = decimal(given.text), amount <= 1e9 else {
            throw given.refused("give an amount in the restaurant's currency, such as 50 or 37.50; 0 allows none")
        }
        return amount
    }

    func choice<Value>(
        _ flag: String, _ value: String?, _ variable: String, among choices: [(String, Value)]
    ) throws -> Value? {
        guard let given = given(flag, value, variable) else { return nil }
        guard let chosen = choices.first(where: { $0.0 == given.text.lowercased() }) else {
            throw given.refused("choose one of \(choices.map(\.0).joined(separator: ", "))")
        }
        return chosen.1
    }

    func flag(_ isGiven: Bool, _ variable: String) throws -> Bool {
        if isGiven { return true }
        guard let text = self.variable(variable)?.trimmed else { return false }
        switch text.lowercased() {
        case "1", "true", "yes", "on": return true
        case "0", "false", "no", "off": return false
        default: throw Given(text: text, name: variable).refused("choose one of true, false")
        }
    }
}

/// The environment of this process.
enum Environment {
    static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
