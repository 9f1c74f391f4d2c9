# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a master account sheet (accounts.md §1), filled with the practice clinic's invented facts."""
from dataclasses import dataclass, replace
from os import environ

TITLE = 'オンライン資格確認等システムユーザ設定情報'
MASTER_USER_NAME = 'マスタアカウント'
RESET_PASSWORD_TEXT = '利用申請時に設定いただいた「秘密の番号」(半角数字4桁)となります。'
FOOTNOTE = '※1 安全管理上、初回ログイン時にはパスワードを変更してください。'
BLOCK_USE = '☆オンライン資格確認等システム利用に関する情報'
BLOCK_MASTER = '○マスタアカウント情報'
BLOCK_RESET = '○マスタアカウントリセット用アカウント情報(マスタアカウントのパスワード初期化時に利用)'


@dataclass(frozen=True)
class Sheet:
    environment: str
    institution_code: str
    institution_name: str
    master_user_id: str
    master_password: str
    reset_user_id: str

    def blocks(self):
        """(heading, [(label, value)]) from top to bottom."""
        return [
            (BLOCK_USE, [('利用環境', self.environment), ('医療機関等コード', self.institution_code),
                         ('医療機関等名', self.institution_name)]),
            (BLOCK_MASTER, [('ユーザID', self.master_user_id), ('ユーザ名', MASTER_USER_NAME),
                            ('パスワード ※1', self.master_password)]),
            (BLOCK_RESET, [('ユーザID', self.reset_user_id), ('パスワード', RESET_PASSWORD_TEXT)]),
        ]


def production_sheet():
    return Sheet('本番環境', environ['INSTITUTION_CODE'], environ['INSTITUTION_NAME'], environ['PRODUCTION_MASTER_ID'],
                 environ['PRODUCTION_PASSWORD'], environ['PRODUCTION_RESET_ID'])


def verification_sheet():
    return Sheet('接続検証環境', environ['INSTITUTION_CODE'], environ['INSTITUTION_NAME'],
                 environ['VERIFICATION_MASTER_ID'], environ['VERIFICATION_PASSWORD'], environ['VERIFICATION_RESET_ID'])


def of_other_institution(sheet):
    return replace(sheet, institution_code=environ['OTHER_INSTITUTION_CODE'],
                   institution_name=environ['OTHER_INSTITUTION_NAME'])


def without_password(sheet):
    return replace(sheet, master_password='')
