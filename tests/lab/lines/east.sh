# SPDX-License-Identifier: GPL-3.0-or-later
# IP-VPN of NTT East with two closed resolvers set by hand: what every fault starts from.
