@testable import ResyDomain
import ArgumentParser
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct SettingNameTests {
    /// Of the user, and no settings.
    private static let folders: Set = ["HOME", "XDG_CONFIG_HOME"]
    /// libcurl reads these itself.
    private static let proxies = SettingName.allCases.filter { $0.rawValue.lowercased().hasSuffix("_proxy") }

    @Test func allThatAreReadAreInTheList() throws {
        let asked = Lock<Set<String>>([])
        _ = try Options.parse([]).settings(
            try HabitOptions.parse([]),
            environment: { name in
                asked.withLock { _ = $0.insert(name) }
                return nil
            }, recordedFolder: { "/home/ada" })
        let listed = Set(SettingName.allCases.map(\.rawValue))
        #expect(asked.withLock { $0 }.subtracting(Self.folders) == listed.subtracting(Self.proxies.map(\.rawValue)))
    }

    /// A value that nothing has by itself.
    private static func value(_ name: SettingName) -> String {
        switch name {
        case .home, .dataFolder, .caBundle, .chromium, .notifyCommand: "/x/y"
        case .apiURL, .webURL, .placesURL, .notifyURL, .releasesURL: "https://a.test"
        case .pace, .budget, .party, .maxFee, .maxCutoff: "5"
        case .confirm: "always"
        case .readOnly, .curlVerbose: "1"
        case .logLevel: "debug"
        case .city, .email, .password, .apiKey, .placesKey, .httpsProxy, .bigHTTPSProxy, .anyProxy, .bigAnyProxy,
            .noProxy, .bigNoProxy:
            "x"
        }
    }

    /// Set in the environment, each goes into an app's entry or is named among what stays behind: never both, never neither.
    @Test(arguments: SettingName.allCases) func eachIsTakenAlongOrNamed(name: SettingName) throws {
        let all = [name.rawValue: Self.value(name), "HOME": "/home/ada"]
        let (options, habits) = (try Options.parse([]), try HabitOptions.parse([]))
        let settings = try options.settings(habits, environment: { all[$0] })
        let arguments = ServeArguments(
            options, settings, habits, userHome: "/home/ada", variable: { all[$0] }, absolute: { $0 })
        let (carried, left) = (arguments.carried.map(\.variable), arguments.leftBehind.map(\.variable))
        #expect(carried + left == [name.rawValue])
        if let flag = name.flag, left.isEmpty { #expect(arguments.words[1] == flag) }
        #expect((name.flag == nil) == (ServeArguments.way(of: name) != .flag && name != .confirm && name != .maxFee))
        // Whatever its reason is, a person is told it.
        let notes = InstallNotes(program: "/opt/x", arguments: arguments, name: "resy", settings: settings).lines
        #expect(notes.count == 1 && notes[0].contains(name.rawValue), "\(notes)")
    }
}
