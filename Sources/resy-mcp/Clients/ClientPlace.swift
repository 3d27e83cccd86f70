internal import ResyDomain
internal import ResyNative

/// An app's list of servers on this machine, changed with a copy of the old one beside it.
struct ClientPlace {
    enum Installation: Equatable {
        /// `backup` is where the file as it was before the first entry is kept; nil where there was none.
        case done(ClientConfiguration.Addition, backup: String?)
        /// The very same entry was there.
        case already(ClientConfiguration.Addition)

        /// As it is, or is to be.
        var entry: JSON {
            switch self {
            case .done(let addition, _), .already(let addition): addition.entry
            }
        }
    }

    let client: HostClient
    let name: String
    let path: String
    /// The path by which an entry would start this program.
    let program: String?
    /// The Linux of WSL that this is; nil elsewhere.
    private let distribution: String?

    init(
        _ client: HostClient, name: String = HostClient.usualName, program: String? = ProgramPath.called,
        variable: @escaping (String) -> String? = Environment.value
    ) throws(ResyError) {
        guard let home = SettingReader(environment: variable).userFolder else {
            throw ResyError(
                .resyError, .program(.noUserFolder(app: client.title)), advice: [.program(.setHome)])
        }
        self.client = client
        self.name = name
        self.program = program
        path = client.path(home: home, variable: { SettingReader.meant(variable($0))?.trimmed })
        distribution = SettingReader.meant(variable("WSL_DISTRO_NAME"))
    }

    /// In WSL that app is the one of Windows, unless there is a folder of the one for Linux.
    var isHere: Bool { client != .claudeDesktop || distribution == nil || ProgramPath.isFolder(folder) }

    private var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path }

    /// `isRehearsal`: all is found out, and nothing written.
    func install(
        _ entry: JSON, isForced: Bool = false, isRehearsal: Bool = false
    ) throws(ResyError) -> Installation {
        guard !isRehearsal else { return try change(entry, isForced: isForced, isRehearsal: true) }
        return try ClientFile.alone(at: path, isMaking: true) { () throws(ResyError) in
            try ClientFile(path).removeDrafts()
            return try change(entry, isForced: isForced, isRehearsal: false)
        }
    }

    private func change(_ entry: JSON, isForced: Bool, isRehearsal: Bool) throws(ResyError) -> Installation {
        let file = try ClientFile(path)
        let addition: ClientConfiguration.Addition
        do throws(ClientConfiguration.Fault) {
            addition = try configuration(file.contents).adding(entry, isForced: isForced)
        } catch { throw explained(error, orElse: .add) }
        guard addition.bytes != file.contents else { return .already(addition) }
        try file.refuseIfReadOnly()
        try file.refuseIfClosed()
        let copy = file.copy
        let isToBeKept = configuration(file.contents).isToBeKept(over: copy?.contents, for: addition.kind)
        let done = Installation.done(addition, backup: isToBeKept ? file.copyPath : copy?.path)
        guard !isRehearsal else { return done }
        if isToBeKept { try keepOld(file) }
        try file.write(addition.bytes)
        return done
    }

    private func configuration(_ contents: [UInt8]?) -> ClientConfiguration {
        ClientConfiguration(client: client, name: name, program: program, contents: contents)
    }

    /// Says what was done, or with `isRehearsal` what would be.
    func uninstall(isRehearsal: Bool) throws(ResyError) -> String {
        try ClientFile.alone(at: path, isMaking: false) { () throws(ResyError) in try remove(isRehearsal: isRehearsal) }
    }

    private func remove(isRehearsal: Bool) throws(ResyError) -> String {
        let file = try ClientFile(path)
        let copy = file.copy
        let removal: ClientConfiguration.Removal
        do throws(ClientConfiguration.Fault) {
            removal =
                file.contents == nil
                ? .nothing : try configuration(file.contents).removing(backup: copy?.contents)
        } catch { throw explained(error, orElse: .remove) }
        if removal != .nothing { try file.refuseIfReadOnly() }
        if !isRehearsal { file.removeDrafts() }
        switch removal {
        case .nothing:
            // What is left of an end in the middle: it says nothing that the file does not.
            if !isRehearsal, copy != nil, copy?.contents == file.contents { try file.removeCopies() }
            return "Nothing to remove: \(path) has no entry \u{201C}\(name)\u{201D}."
        case .restored(let old):
            if isRehearsal { return "\(path) would be again what it was before." }
            try file.write(old)
            try file.removeCopies()
            return "Removed; \(path) is again what it was before."
        case .deleted:
            if isRehearsal { return "\(path) would be removed: it holds nothing else." }
            try file.remove()
            try file.removeCopies()
            return "Removed, and \(path) with it: it held nothing else."
        case .edited(let bytes):
            if isRehearsal { return "The entry would be removed from \(path)." }
            let kept = try replace(file, with: bytes, over: copy)
            return "Removed from \(path). \(kept)" + (lost(copy).map { "\n\($0)" } ?? "")
        case .putBack(let bytes):
            if isRehearsal {
                return "The entry would be removed from \(path), and the one that it replaced put back."
            }
            return "Removed from \(path), and the entry that it replaced is back. "
                + (try replace(file, with: bytes, over: copy))
        }
    }

    /// Only the copy from before installing knows whose entry had to go; nil where it is there.
    private func lost(_ copy: ClientFile.Copy?) -> String? {
        let reason: String
        if let copy {
            guard !configuration(copy.contents).isReadable else { return nil }
            reason = "\(copy.path) cannot be read"
        } else {
            reason = "there is no copy of the file from before installing"
        }
        return "If it had replaced another program's entry, that could not be put back: \(reason)."
    }

    /// Says which copy there is. One from before the first entry stays.
    private func replace(
        _ file: ClientFile, with bytes: [UInt8], over copy: ClientFile.Copy?
    ) throws(ResyError) -> String {
        let path = copy?.path ?? file.copyPath ?? self.path
        if copy == nil { try keepOld(file) }
        try file.write(bytes)
        return "The file as it was\(copy == nil ? "" : " before installing"): \(path)"
    }

    /// Where there was no file there is nothing to keep, and a copy of an older one would be taken for it.
    private func keepOld(_ file: ClientFile) throws(ResyError) {
        if file.contents == nil { try file.removeCopies() } else { try file.keepCopy() }
    }

    /// Claude Desktop on Windows: how it reaches in here.
    func explainElsewhere(
        _ terminal: Terminal, _ program: String, _ arguments: [String], isWanted: Bool
    ) -> ExitStatus {
        let words = ["-d", distribution ?? "Debian", "-e", program] + arguments
        terminal.tell(
            """
            This is WSL, and there is no \(folder) here: nothing was written. For \(client.title) on Windows, add this there to \
            %APPDATA%\\Claude\\claude_desktop_config.json (Settings, Developer, Edit Config):
            """)
        terminal.answer(client.whole(client.entry(command: "wsl.exe", arguments: words), name: name))
        return isWanted ? .done : .failed
    }

    private func explained(_ fault: ClientConfiguration.Fault, orElse byHand: ProgramAdvice.ByHand) -> ResyError {
        let fault: ServerListFault =
            switch fault {
            case .taken(let other): .taken(name: name, by: other)
            case .unreadable(let fault): fault
            }
        return ResyError(
            .resyError, .program(.serverList(path: path, fault)),
            advice: [.program(.mendServerList(fault, orElse: byHand))])
    }
}
