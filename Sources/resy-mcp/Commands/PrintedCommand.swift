/// Parts of a command that is printed to be copied: it means the same in the shell that ran this one.
enum PrintedCommand {
    /// ` --party 4`; nothing for the two that count where nobody says.
    static func party(_ people: Int, variable: (String) -> String? = Environment.value) -> String {
        let isUsual = people == 2 && SettingReader.meant(variable("RESY_PARTY")) == nil
        return isUsual ? "" : " --party \(people)"
    }
}
