"""The sign of each page, in the menu and on its cards."""

ICONS = {
    "overview": ":material/dashboard:",
    "border_trade": ":material/swap_horiz:",
    "rural_roads": ":material/add_road:",
    "college_quotas": ":material/school:",
    "energy_targets": ":material/bolt:",
    "border_labor": ":material/local_shipping:",
    "covid": ":material/medical_services:",
    "commune_staff": ":material/groups:",
    "follow_up": ":material/fact_check:",
    "outcomes": ":material/balance:",
    "decisions": ":material/description:",
    "changes": ":material/compare_arrows:",
    "data": ":material/database:",
    "intake": ":material/edit_document:",
}
