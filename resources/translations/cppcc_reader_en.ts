<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
    <context>
        <name>Actions</name>
        <message>
            <source>上一个实体</source>
            <translation>Previous mention</translation>
        </message>
        <message>
            <source>上一个版面</source>
            <translation>Previous page</translation>
        </message>
        <message>
            <source>上一个疑点</source>
            <translation>Previous doubt</translation>
        </message>
        <message>
            <source>下一个实体</source>
            <translation>Next mention</translation>
        </message>
        <message>
            <source>下一个待处理版面</source>
            <translation>Next page to do</translation>
        </message>
        <message>
            <source>下一个版面</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>下一个疑点</source>
            <translation>Next doubt</translation>
        </message>
        <message>
            <source>与下一段合并</source>
            <translation>Merge with the next segment</translation>
        </message>
        <message>
            <source>与前一段接成一句，或断开成两段</source>
            <translation>Run on from the segment before, or begin a new paragraph</translation>
        </message>
        <message>
            <source>主题</source>
            <translation>Headline</translation>
        </message>
        <message>
            <source>从列表中移走，可从回收站取回</source>
            <translation>Take off the list; the trash gives it back</translation>
        </message>
        <message>
            <source>从备份恢复…</source>
            <translation>Restore from a backup…</translation>
        </message>
        <message>
            <source>从头到尾怎么用</source>
            <translation>How to use it, from beginning to end</translation>
        </message>
        <message>
            <source>从已完成版面学习…</source>
            <translation>Learn from finished pages…</translation>
        </message>
        <message>
            <source>从已完成的版面学到名称与自设的标签，让建议更准</source>
            <translation>Learn names and your own labels from finished pages, for better suggestions</translation>
        </message>
        <message>
            <source>从文件名里认出报纸、日期、版次，或一次填好许多版面</source>
            <translation>Recognise paper, date and page number from file names, or fill them in for many pages</translation>
        </message>
        <message>
            <source>从这里另起一篇</source>
            <translation>Begin an article here</translation>
        </message>
        <message>
            <source>使用说明</source>
            <translation>Guide</translation>
        </message>
        <message>
            <source>先列出本版的全部建议，去掉不要的，一步接受，可撤销</source>
            <translation>Lists all suggestions of the page, takes out what you untick, accepts the rest in one step that can be undone</translation>
        </message>
        <message>
            <source>先预览，再恢复到某一份备份</source>
            <translation>Look at a backup, then go back to it</translation>
        </message>
        <message>
            <source>光标移到上一个实体</source>
            <translation>Move the caret to the mention before</translation>
        </message>
        <message>
            <source>光标移到下一个实体</source>
            <translation>Move the caret to the next mention</translation>
        </message>
        <message>
            <source>全库批注与勘误…</source>
            <translation>Notes and corrections of the library…</translation>
        </message>
        <message>
            <source>全库拒绝这个建议</source>
            <translation>Reject it in the whole library</translation>
        </message>
        <message>
            <source>全库的人名、地名、机构，在哪些版面出现</source>
            <translation>People, places and organisations of the library, and where they occur</translation>
        </message>
        <message>
            <source>全库重新建议…</source>
            <translation>Suggest on the whole library…</translation>
        </message>
        <message>
            <source>关于</source>
            <translation>About</translation>
        </message>
        <message>
            <source>关闭窗口；每一步都已保存</source>
            <translation>Close the window; every step is saved</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>写批注…</source>
            <translation>Write a note…</translation>
        </message>
        <message>
            <source>写明原因，先放一边</source>
            <translation>Put aside for now, with a reason</translation>
        </message>
        <message>
            <source>写明所选文字应作什么，原文不变；检索和导出都认得</source>
            <translation>Say what the selected text should read; the text stays, searching and exporting know both</translation>
        </message>
        <message>
            <source>写明这个版面由谁处理，列表可按分派的人排序</source>
            <translation>Say who works on this page; the list can be ordered by it</translation>
        </message>
        <message>
            <source>分派多个版面…</source>
            <translation>Assign several pages…</translation>
        </message>
        <message>
            <source>分派给…</source>
            <translation>Assign to…</translation>
        </message>
        <message>
            <source>切分</source>
            <translation>Split</translation>
        </message>
        <message>
            <source>列出同样的文字，逐个确认后一次标出</source>
            <translation>List the same words elsewhere, confirm each, tag all in one step</translation>
        </message>
        <message>
            <source>列出本版的实体</source>
            <translation>List the mentions of this page</translation>
        </message>
        <message>
            <source>列出本版的批注</source>
            <translation>List the notes of this page</translation>
        </message>
        <message>
            <source>列出本版的文章：按编号把所选文本块送过去，或打字筛选</source>
            <translation>List the articles of the page: a number sends the chosen blocks there, words filter</translation>
        </message>
        <message>
            <source>列出每一步，可回到任何一步</source>
            <translation>List every step and go back to any</translation>
        </message>
        <message>
            <source>列表和“下一个待处理版面”只管分派给你的版面</source>
            <translation>List and “Next page to do” keep to the pages assigned to you</translation>
        </message>
        <message>
            <source>删除光标处的实体</source>
            <translation>Delete the mention at the caret</translation>
        </message>
        <message>
            <source>删除实体</source>
            <translation>Delete the mention</translation>
        </message>
        <message>
            <source>副题</source>
            <translation>Deck</translation>
        </message>
        <message>
            <source>勘误…</source>
            <translation>Correct a slip…</translation>
        </message>
        <message>
            <source>单独成篇</source>
            <translation>Make an article of its own</translation>
        </message>
        <message>
            <source>取消上一步，重新打开后也可以</source>
            <translation>Take back the last step, after a restart too</translation>
        </message>
        <message>
            <source>只列出有批注或存疑还没有解决的版面，供复核</source>
            <translation>List only pages with open notes or doubts, for the reviewer</translation>
        </message>
        <message>
            <source>只把所选文本块变成一篇新文章</source>
            <translation>Make only the chosen blocks a new article</translation>
        </message>
        <message>
            <source>只看分派给我的版面</source>
            <translation>Only pages assigned to me</translation>
        </message>
        <message>
            <source>只看排好的文章</source>
            <translation>Show only the articles, set for reading</translation>
        </message>
        <message>
            <source>只看有未解决批注的版面</source>
            <translation>Only pages with open notes</translation>
        </message>
        <message>
            <source>命令面板…</source>
            <translation>Command palette…</translation>
        </message>
        <message>
            <source>回收站…</source>
            <translation>Trash…</translation>
        </message>
        <message>
            <source>图片说明</source>
            <translation>Caption</translation>
        </message>
        <message>
            <source>在光标处切开</source>
            <translation>Cut at the caret</translation>
        </message>
        <message>
            <source>在全库去掉光标处的建议，以后也不再建议</source>
            <translation>Reject this suggestion in the whole library, for good</translation>
        </message>
        <message>
            <source>在所有未定的版面上重新建议实体，可停止，下次接着做</source>
            <translation>Suggest mentions anew on all open pages; can be stopped and goes on next time</translation>
        </message>
        <message>
            <source>在所选文字或文本块上写批注</source>
            <translation>Write a note on the selected text or block</translation>
        </message>
        <message>
            <source>在文库中查找</source>
            <translation>Search the library</translation>
        </message>
        <message>
            <source>在文章里推后一位</source>
            <translation>One place later in its article</translation>
        </message>
        <message>
            <source>在文章里提前一位</source>
            <translation>One place earlier in its article</translation>
        </message>
        <message>
            <source>在版面列表、原文与文章之间移动</source>
            <translation>Move between page list, source and articles</translation>
        </message>
        <message>
            <source>增减标签，改颜色与按键</source>
            <translation>Add and remove labels, change colours and keys</translation>
        </message>
        <message>
            <source>复制</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>复制选中的文字</source>
            <translation>Copy the selected text</translation>
        </message>
        <message>
            <source>复核无误，定为金标准</source>
            <translation>Checked and right: make it gold</translation>
        </message>
        <message>
            <source>外观、语言、按键、标签</source>
            <translation>Appearance, language, keys, labels</translation>
        </message>
        <message>
            <source>外观：浅色</source>
            <translation>Appearance: light</translation>
        </message>
        <message>
            <source>外观：深色</source>
            <translation>Appearance: dark</translation>
        </message>
        <message>
            <source>外观：跟随系统</source>
            <translation>Appearance: system</translation>
        </message>
        <message>
            <source>外观：高对比</source>
            <translation>Appearance: high contrast</translation>
        </message>
        <message>
            <source>多个版面移到回收站…</source>
            <translation>Move several pages to the trash…</translation>
        </message>
        <message>
            <source>存为 PDF…</source>
            <translation>Save as PDF…</translation>
        </message>
        <message>
            <source>完成，下一个版面</source>
            <translation>Finish and go on</translation>
        </message>
        <message>
            <source>定为金标准</source>
            <translation>Mark as gold</translation>
        </message>
        <message>
            <source>实体</source>
            <translation>Entities</translation>
        </message>
        <message>
            <source>实体开头右移</source>
            <translation>Shrink at the start</translation>
        </message>
        <message>
            <source>实体开头右移一词</source>
            <translation>Shrink at the start by a word</translation>
        </message>
        <message>
            <source>实体开头左移</source>
            <translation>Grow at the start</translation>
        </message>
        <message>
            <source>实体开头左移一词</source>
            <translation>Grow at the start by a word</translation>
        </message>
        <message>
            <source>实体末尾右移</source>
            <translation>Grow at the end</translation>
        </message>
        <message>
            <source>实体末尾右移一词</source>
            <translation>Grow at the end by a word</translation>
        </message>
        <message>
            <source>实体末尾左移</source>
            <translation>Shrink at the end</translation>
        </message>
        <message>
            <source>实体末尾左移一词</source>
            <translation>Shrink at the end by a word</translation>
        </message>
        <message>
            <source>实体索引…</source>
            <translation>Entity index…</translation>
        </message>
        <message>
            <source>实体面板</source>
            <translation>Entities</translation>
        </message>
        <message>
            <source>导入文件夹…</source>
            <translation>Import a folder…</translation>
        </message>
        <message>
            <source>导入版面文件…</source>
            <translation>Import page files…</translation>
        </message>
        <message>
            <source>导出数据集…</source>
            <translation>Export a data set…</translation>
        </message>
        <message>
            <source>导语</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>小标题</source>
            <translation>Subhead</translation>
        </message>
        <message>
            <source>展开或折叠左侧的版面列表</source>
            <translation>Fold or unfold the page list</translation>
        </message>
        <message>
            <source>工具</source>
            <translation>Tools</translation>
        </message>
        <message>
            <source>帮助</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>并入上一篇</source>
            <translation>Join with the one before</translation>
        </message>
        <message>
            <source>引题</source>
            <translation>Kicker</translation>
        </message>
        <message>
            <source>归入版面附件</source>
            <translation>Move to furniture</translation>
        </message>
        <message>
            <source>恢复刚撤销的一步</source>
            <translation>Do the step again that was taken back</translation>
        </message>
        <message>
            <source>恢复文字大小</source>
            <translation>Default text size</translation>
        </message>
        <message>
            <source>所选文本块及其后的部分成为新文章</source>
            <translation>The chosen block and what follows it become a new article</translation>
        </message>
        <message>
            <source>打印…</source>
            <translation>Print…</translation>
        </message>
        <message>
            <source>打印排好的整版；在阅读视图里打印正在读的一篇</source>
            <translation>Print the typeset page; in the reading view, the article being read</translation>
        </message>
        <message>
            <source>打开下一个还没有完成的版面</source>
            <translation>Open the next unfinished page</translation>
        </message>
        <message>
            <source>打开列表中的上一个版面</source>
            <translation>Open the page before on the list</translation>
        </message>
        <message>
            <source>打开列表中的下一个版面</source>
            <translation>Open the next page on the list</translation>
        </message>
        <message>
            <source>打开另一个文库文件（.cppcc）</source>
            <translation>Open another library file (.cppcc)</translation>
        </message>
        <message>
            <source>打开文库…</source>
            <translation>Open a library…</translation>
        </message>
        <message>
            <source>打开示例版面</source>
            <translation>Open the sample pages</translation>
        </message>
        <message>
            <source>批注面板</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>把光标处实体的开头向右移一个字</source>
            <translation>Move the start of the mention one character right</translation>
        </message>
        <message>
            <source>把光标处实体的开头向右移一个词</source>
            <translation>Move the start of the mention at the caret one word to the right</translation>
        </message>
        <message>
            <source>把光标处实体的开头向左移一个字</source>
            <translation>Move the start of the mention one character left</translation>
        </message>
        <message>
            <source>把光标处实体的开头向左移一个词</source>
            <translation>Move the start of the mention at the caret one word to the left</translation>
        </message>
        <message>
            <source>把光标处实体的末尾向右移一个字</source>
            <translation>Move the end of the mention one character right</translation>
        </message>
        <message>
            <source>把光标处实体的末尾向右移一个词</source>
            <translation>Move the end of the mention at the caret one word to the right</translation>
        </message>
        <message>
            <source>把光标处实体的末尾向左移一个字</source>
            <translation>Move the end of the mention one character left</translation>
        </message>
        <message>
            <source>把光标处实体的末尾向左移一个词</source>
            <translation>Move the end of the mention at the caret one word to the left</translation>
        </message>
        <message>
            <source>把切开的两段并回一段</source>
            <translation>Make two segments one again</translation>
        </message>
        <message>
            <source>把列表里选中的版面（没有选就是全部列出的）分派给一个人，先看会改什么</source>
            <translation>Assign the pages chosen on the list (all that are listed if none is) to somebody, after a preview</translation>
        </message>
        <message>
            <source>把列表里选中的版面（没有选就是全部列出的）改成同一状态，先看会改什么</source>
            <translation>Give the pages chosen on the list (all that are listed if none is) one state, after a preview</translation>
        </message>
        <message>
            <source>把列表里选中的版面（没有选就是全部列出的）移到回收站，先看是哪些</source>
            <translation>Move the pages chosen on the list (all that are listed if none is) to the trash, after a preview</translation>
        </message>
        <message>
            <source>把所选文字或文本块标为存疑，请人复核；话可以以后在批注面板里补写</source>
            <translation>Flag the selected text or block for a reviewer; words can be added later in the notes panel</translation>
        </message>
        <message>
            <source>把排好的整版存为 PDF；在阅读视图里存正在读的一篇</source>
            <translation>Save the typeset page as PDF; in the reading view, the article being read</translation>
        </message>
        <message>
            <source>把整篇文章接到上一篇之后</source>
            <translation>Append the whole article to the one before</translation>
        </message>
        <message>
            <source>把文本块在光标处切成两段</source>
            <translation>Cut the block in two at the caret</translation>
        </message>
        <message>
            <source>把版面导出成训练数据或其他软件的格式</source>
            <translation>Export pages as training data or for other programs</translation>
        </message>
        <message>
            <source>把版面退回处理中</source>
            <translation>Put the page back in progress</translation>
        </message>
        <message>
            <source>报纸、年、月、期、版的目录，和标出哪几天有版面的日历</source>
            <translation>A tree of newspapers, years, months, issues and pages, and a calendar of the days that are there</translation>
        </message>
        <message>
            <source>报纸、日期与版次…</source>
            <translation>Paper, date and page number…</translation>
        </message>
        <message>
            <source>拒绝光标处的建议，跳到下一个</source>
            <translation>Reject the suggestion at the caret and go to the next</translation>
        </message>
        <message>
            <source>拒绝建议</source>
            <translation>Reject the suggestion</translation>
        </message>
        <message>
            <source>指明文章转到或接自哪一版</source>
            <translation>Say on which page an article goes on or began</translation>
        </message>
        <message>
            <source>按名称找到每一个命令、版面和标签</source>
            <translation>Find every command, page and label by name</translation>
        </message>
        <message>
            <source>按报纸和日期看文库…</source>
            <translation>Library by paper and date…</translation>
        </message>
        <message>
            <source>按现在的切分重新给出建议</source>
            <translation>Suggest mentions anew from the present split</translation>
        </message>
        <message>
            <source>按种类、作者和是否解决，查全库的批注、存疑和勘误</source>
            <translation>Find notes, doubts and corrections of the whole library by kind, author and whether resolved</translation>
        </message>
        <message>
            <source>按键图</source>
            <translation>Key map</translation>
        </message>
        <message>
            <source>换到下一栏</source>
            <translation>Go to the next pane</translation>
        </message>
        <message>
            <source>换成切分程序给出的另一种读法</source>
            <translation>Take the other reading that the splitter considered</translation>
        </message>
        <message>
            <source>接受光标处的建议，跳到下一个</source>
            <translation>Accept the suggestion at the caret and go to the next</translation>
        </message>
        <message>
            <source>接受全部建议…</source>
            <translation>Accept all suggestions…</translation>
        </message>
        <message>
            <source>接受可信度够高的建议，本版或整个文库：先列出，去掉不要的，一步可撤销</source>
            <translation>Accept suggestions that are sure enough, on the page or in the whole library: listed first, each with a veto, one step that can be undone</translation>
        </message>
        <message>
            <source>接受可信的建议…</source>
            <translation>Accept confident suggestions…</translation>
        </message>
        <message>
            <source>接受建议</source>
            <translation>Accept the suggestion</translation>
        </message>
        <message>
            <source>接排／断开</source>
            <translation>Join or unjoin</translation>
        </message>
        <message>
            <source>搁置…</source>
            <translation>Set aside…</translation>
        </message>
        <message>
            <source>摄影署名</source>
            <translation>Photo credit</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>改多个版面的状态…</source>
            <translation>Change the state of several pages…</translation>
        </message>
        <message>
            <source>放大文字</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>文库的进度与各项数字</source>
            <translation>How far the library is, in figures</translation>
        </message>
        <message>
            <source>新建一个空的文库文件（.cppcc）</source>
            <translation>Make an empty library file (.cppcc)</translation>
        </message>
        <message>
            <source>新建文库…</source>
            <translation>New library…</translation>
        </message>
        <message>
            <source>显示全部按键</source>
            <translation>Show all keys</translation>
        </message>
        <message>
            <source>显示所选文章的段落、疑点与说明</source>
            <translation>Show segments, doubts and notes of the chosen article</translation>
        </message>
        <message>
            <source>查找…</source>
            <translation>Find…</translation>
        </message>
        <message>
            <source>查看</source>
            <translation>View</translation>
        </message>
        <message>
            <source>标为已完成，打开下一个待处理的版面</source>
            <translation>Mark as finished and open the next page to do</translation>
        </message>
        <message>
            <source>标出同名实体…</source>
            <translation>Tag every other occurrence…</translation>
        </message>
        <message>
            <source>标签规则…</source>
            <translation>Label rules…</translation>
        </message>
        <message>
            <source>标签集…</source>
            <translation>Label set…</translation>
        </message>
        <message>
            <source>标记存疑</source>
            <translation>Flag as doubtful</translation>
        </message>
        <message>
            <source>栏头、责编等不属于任何文章的文字</source>
            <translation>Banners, editors' lines: text that belongs to no article</translation>
        </message>
        <message>
            <source>栏目</source>
            <translation>Section</translation>
        </message>
        <message>
            <source>检视面板</source>
            <translation>Inspector</translation>
        </message>
        <message>
            <source>正文</source>
            <translation>Body</translation>
        </message>
        <message>
            <source>版面</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>版面列表</source>
            <translation>Page list</translation>
        </message>
        <message>
            <source>用自动切分的结果换掉现有切分，可撤销</source>
            <translation>Replace the split by the automatic one; can be undone</translation>
        </message>
        <message>
            <source>用词表或正则表达式找到自设的标签</source>
            <translation>Find labels of your own by word lists or regular expressions</translation>
        </message>
        <message>
            <source>看移走的版面，可以取回，也可以永久删除</source>
            <translation>See the pages that were moved away; put them back or delete them for good</translation>
        </message>
        <message>
            <source>确认</source>
            <translation>Accept</translation>
        </message>
        <message>
            <source>确认所选文本块的切分与角色</source>
            <translation>Confirm place and role of the chosen block</translation>
        </message>
        <message>
            <source>移到回收站</source>
            <translation>Move to the trash</translation>
        </message>
        <message>
            <source>立即备份文库</source>
            <translation>Back up the library now</translation>
        </message>
        <message>
            <source>给文库做一份备份</source>
            <translation>Back up the library</translation>
        </message>
        <message>
            <source>统计…</source>
            <translation>Statistics…</translation>
        </message>
        <message>
            <source>编辑</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>编辑历史</source>
            <translation>History</translation>
        </message>
        <message>
            <source>缩小文字</source>
            <translation>Smaller text</translation>
        </message>
        <message>
            <source>署名</source>
            <translation>Byline</translation>
        </message>
        <message>
            <source>角色</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>讯头</source>
            <translation>Dateline</translation>
        </message>
        <message>
            <source>设置…</source>
            <translation>Settings…</translation>
        </message>
        <message>
            <source>读入一个文件夹里的全部版面</source>
            <translation>Read all pages of a folder</translation>
        </message>
        <message>
            <source>读入文本文件，自动切分后存入文库</source>
            <translation>Read text files, split them and store them</translation>
        </message>
        <message>
            <source>读入随软件附带的示例版面</source>
            <translation>Read the sample pages that come with the program</translation>
        </message>
        <message>
            <source>跳到上一处需要看的地方</source>
            <translation>Go back to the place before that wants a look</translation>
        </message>
        <message>
            <source>跳到下一处需要看的地方</source>
            <translation>Go to the next place that wants a look</translation>
        </message>
        <message>
            <source>转接提示</source>
            <translation>Continuation note</translation>
        </message>
        <message>
            <source>转版接续…</source>
            <translation>Continuation…</translation>
        </message>
        <message>
            <source>退出</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>退回处理中</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>送到某篇…</source>
            <translation>Send to an article…</translation>
        </message>
        <message>
            <source>采用第二种读法</source>
            <translation>Take the second-best reading</translation>
        </message>
        <message>
            <source>重做</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>重新建议实体</source>
            <translation>Suggest entities again</translation>
        </message>
        <message>
            <source>重新自动切分</source>
            <translation>Split again</translation>
        </message>
        <message>
            <source>阅读视图</source>
            <translation>Reading view</translation>
        </message>
        <message>
            <source>阅读顺序推后</source>
            <translation>Later in reading order</translation>
        </message>
        <message>
            <source>阅读顺序提前</source>
            <translation>Earlier in reading order</translation>
        </message>
    </context>
    <context>
        <name>AnnotationSession</name>
        <message>
            <source>文库正由另一个窗口使用，此处只读：请回到那个窗口修改</source>
            <translation>Another window is using the library; this one is read-only. Please edit in the other window.</translation>
        </message>
        <message>
            <source>正在处理多个版面……</source>
            <translation>Working on many pages…</translation>
        </message>
        <message>
            <source>这一步没有完成，也没有保存：{0}</source>
            <translation>This step was not done and not saved: {0}</translation>
        </message>
    </context>
    <context>
        <name>Application</name>
        <message>
            <source>出了意料之外的错（{0}），这一步没有做成；之前的都已保存，详情在日志里</source>
            <translation>Something unexpected went wrong ({0}) and this step was not done. Everything before is saved; the log says more.</translation>
        </message>
        <message>
            <source>打不开文库</source>
            <translation>The library cannot be opened</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>系统里没有中文字体，文字会显示成方块。请安装 fonts-noto-cjk。</source>
            <translation>There is no Chinese font, so text will appear as boxes. Please install fonts-noto-cjk.</translation>
        </message>
        <message>
            <source>缺少中文字体</source>
            <translation>No Chinese font</translation>
        </message>
    </context>
    <context>
        <name>ArticleChooser</name>
        <message numerus="yes">
            <source>%n 段</source>
            <translation>
                <numerusform>%n segment</numerusform>
                <numerusform>%n segments</numerusform>
            </translation>
        </message>
        <message>
            <source>标题里的字，或拼音首字母</source>
            <translation>Words of the head, or pinyin initials</translation>
        </message>
        <message>
            <source>版面附件</source>
            <translation>Furniture</translation>
        </message>
        <message>
            <source>现在在这里</source>
            <translation>It is here now</translation>
        </message>
        <message>
            <source>送到哪一篇文章</source>
            <translation>Send to which article</translation>
        </message>
        <message>
            <source>送到哪一篇？按编号；按空格后打字筛选；↑ ↓ 选，回车送到</source>
            <translation>To which article? Press its key; Space and words filter; ↑ ↓ and Enter choose</translation>
        </message>
    </context>
    <context>
        <name>ArticleTips</name>
        <message>
            <source>应为“{0}”</source>
            <translation>should read “{0}”</translation>
        </message>
        <message>
            <source>建议</source>
            <translation>suggested</translation>
        </message>
        <message>
            <source>批注：{0}</source>
            <translation>Note: {0}</translation>
        </message>
    </context>
    <context>
        <name>ArticleView</name>
        <message>
            <source>拖动：把文本块移到别处；拖最左边的色条：整篇并入另一篇</source>
            <translation>Drag a block elsewhere; drag the bar at the left to join the whole article with another</translation>
        </message>
        <message>
            <source>文章</source>
            <translation>Articles</translation>
        </message>
        <message>
            <source>此处接上了被分栏切断的句子</source>
            <translation>A sentence cut by a column break was mended here</translation>
        </message>
        <message>
            <source>版面附件</source>
            <translation>Furniture</translation>
        </message>
    </context>
    <context>
        <name>BackupActions</name>
        <message>
            <source>已备份：{0}</source>
            <translation>Backed up: {0}</translation>
        </message>
        <message>
            <source>手动备份</source>
            <translation>By hand</translation>
        </message>
        <message>
            <source>文库只读，不能恢复备份</source>
            <translation>The library is read-only: no backup can be restored</translation>
        </message>
    </context>
    <context>
        <name>BulkJobs</name>
        <message>
            <source>没有完成，什么也没有改动：{0}</source>
            <translation>Not done, and nothing was changed: {0}</translation>
        </message>
    </context>
    <context>
        <name>BulkPreview</name>
        <message>
            <source>之后</source>
            <translation>After</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>在列表里</source>
            <translation>On the list</translation>
        </message>
        <message>
            <source>在回收站</source>
            <translation>In the trash</translation>
        </message>
        <message>
            <source>版面</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>第 {0} 版</source>
            <translation>page {0}</translation>
        </message>
        <message>
            <source>（未分派）</source>
            <translation>(not assigned)</translation>
        </message>
        <message>
            <source>（没有报纸）</source>
            <translation>(no paper)</translation>
        </message>
        <message>
            <source>（没有日期）</source>
            <translation>(no date)</translation>
        </message>
        <message>
            <source>（没有版次）</source>
            <translation>(no page number)</translation>
        </message>
    </context>
    <context>
        <name>CalendarView</name>
        <message>
            <source>{0}：{1} 个版面，已完成 {2} 个</source>
            <translation>{0}: {1} pages, {2} finished</translation>
        </message>
        <message>
            <source>{0}：没有版面</source>
            <translation>{0}: no pages</translation>
        </message>
        <message>
            <source>日历</source>
            <translation>Calendar</translation>
        </message>
    </context>
    <context>
        <name>ColourButton</name>
        <message>
            <source>对比度 {0:.1f}，太弱，应到 4.5</source>
            <translation>Contrast {0:.1f}: too weak, 4.5 is needed</translation>
        </message>
        <message>
            <source>对比度 {0:.1f}，看得清</source>
            <translation>Contrast {0:.1f}: readable</translation>
        </message>
    </context>
    <context>
        <name>Command</name>
        <message>
            <source>修改批注</source>
            <translation>Edit note</translation>
        </message>
        <message>
            <source>全库拒绝建议</source>
            <translation>Reject suggestion everywhere</translation>
        </message>
        <message>
            <source>分派版面</source>
            <translation>Assign pages</translation>
        </message>
        <message>
            <source>切分段落</source>
            <translation>Cut segment</translation>
        </message>
        <message>
            <source>删除实体</source>
            <translation>Delete mention</translation>
        </message>
        <message>
            <source>删除批注</source>
            <translation>Delete note</translation>
        </message>
        <message>
            <source>取回外部标注</source>
            <translation>Take labels back from a file</translation>
        </message>
        <message>
            <source>取回版面</source>
            <translation>Put page back</translation>
        </message>
        <message>
            <source>取消接排</source>
            <translation>Unjoin</translation>
        </message>
        <message>
            <source>取消续文链接</source>
            <translation>Unlink a continuation</translation>
        </message>
        <message>
            <source>合并同一实体的不同写法</source>
            <translation>Merge forms of a name</translation>
        </message>
        <message>
            <source>合并文章</source>
            <translation>Join articles</translation>
        </message>
        <message>
            <source>合并段落</source>
            <translation>Merge segments</translation>
        </message>
        <message>
            <source>填写报纸和日期</source>
            <translation>Fill in paper and date</translation>
        </message>
        <message>
            <source>完成版面</source>
            <translation>Finish page</translation>
        </message>
        <message>
            <source>定为金标准</source>
            <translation>Make gold</translation>
        </message>
        <message>
            <source>批量标注实体</source>
            <translation>Tag mentions in bulk</translation>
        </message>
        <message>
            <source>拒绝建议</source>
            <translation>Reject suggestion</translation>
        </message>
        <message>
            <source>接受全部建议</source>
            <translation>Accept all suggestions</translation>
        </message>
        <message>
            <source>接受可信的建议</source>
            <translation>Accept confident suggestions</translation>
        </message>
        <message>
            <source>接受建议</source>
            <translation>Accept suggestion</translation>
        </message>
        <message>
            <source>接排</source>
            <translation>Join</translation>
        </message>
        <message>
            <source>搁置版面</source>
            <translation>Set page aside</translation>
        </message>
        <message>
            <source>改变版面状态</source>
            <translation>Change state of pages</translation>
        </message>
        <message>
            <source>新建文章</source>
            <translation>New article</translation>
        </message>
        <message>
            <source>更改标签</source>
            <translation>Change label</translation>
        </message>
        <message>
            <source>更改角色</source>
            <translation>Change role</translation>
        </message>
        <message>
            <source>更新实体建议</source>
            <translation>Renew suggestions</translation>
        </message>
        <message>
            <source>标为新版面</source>
            <translation>Mark as new</translation>
        </message>
        <message>
            <source>标为进行中</source>
            <translation>Mark as in progress</translation>
        </message>
        <message>
            <source>标注全部同名文字</source>
            <translation>Tag the same words everywhere</translation>
        </message>
        <message>
            <source>标注实体</source>
            <translation>Tag mention</translation>
        </message>
        <message>
            <source>标记存疑</source>
            <translation>Flag as doubtful</translation>
        </message>
        <message>
            <source>添加勘误</source>
            <translation>Add correction</translation>
        </message>
        <message>
            <source>添加批注</source>
            <translation>Add note</translation>
        </message>
        <message>
            <source>移到另一篇文章</source>
            <translation>Move to another article</translation>
        </message>
        <message>
            <source>移到回收站</source>
            <translation>Move to the trash</translation>
        </message>
        <message>
            <source>移到版面附件</source>
            <translation>Move to furniture</translation>
        </message>
        <message>
            <source>移动所选文字</source>
            <translation>Move selected text</translation>
        </message>
        <message>
            <source>解决批注</source>
            <translation>Resolve note</translation>
        </message>
        <message>
            <source>认可疑点</source>
            <translation>Accept doubt</translation>
        </message>
        <message>
            <source>设置规范名</source>
            <translation>Set normal form</translation>
        </message>
        <message>
            <source>调整实体范围</source>
            <translation>Resize mention</translation>
        </message>
        <message>
            <source>采用另一种判断</source>
            <translation>Take the other reading</translation>
        </message>
        <message>
            <source>重新切分版面</source>
            <translation>Split page again</translation>
        </message>
        <message>
            <source>重新打开批注</source>
            <translation>Reopen note</translation>
        </message>
        <message>
            <source>链接续文</source>
            <translation>Link continuation</translation>
        </message>
        <message>
            <source>阅读顺序上移</source>
            <translation>Earlier in reading order</translation>
        </message>
        <message>
            <source>阅读顺序下移</source>
            <translation>Later in reading order</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>命令面板</source>
            <translation>Command palette</translation>
        </message>
        <message>
            <source>找到的条目</source>
            <translation>What was found</translation>
        </message>
        <message>
            <source>没有找到。换几个字，或者只输入拼音首字母。</source>
            <translation>Nothing found. Try other words, or only the initials of the pinyin.</translation>
        </message>
        <message>
            <source>输入命令、版面或标签：中文、英文或拼音首字母</source>
            <translation>Type a command, page or label: English, Chinese or pinyin initials</translation>
        </message>
    </context>
    <context>
        <name>ContinuationActions</name>
        <message>
            <source>请先选中一篇文章</source>
            <translation>Please choose an article first</translation>
        </message>
    </context>
    <context>
        <name>ContinuationDialog</name>
        <message>
            <source>《{0}》接下去在哪一版？</source>
            <translation>On which page does “{0}” go on?</translation>
        </message>
        <message>
            <source>《{0}》的前一部分在哪一版？</source>
            <translation>On which page did “{0}” begin?</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>取消现有链接</source>
            <translation>Remove the link</translation>
        </message>
        <message>
            <source>可能</source>
            <translation>Possible</translation>
        </message>
        <message>
            <source>可能的另一部分</source>
            <translation>Possible other parts</translation>
        </message>
        <message>
            <source>很可能</source>
            <translation>Likely</translation>
        </message>
        <message>
            <source>打开看看</source>
            <translation>Open it</translation>
        </message>
        <message>
            <source>文中写着“{0}”。</source>
            <translation>The text says “{0}”.</translation>
        </message>
        <message>
            <source>文中没有转接提示。</source>
            <translation>The text has no jump line.</translation>
        </message>
        <message>
            <source>文库里没有找到相配的部分：另一版也许还没有导入，或者那边没有转接提示。</source>
            <translation>No fitting part in the library: the other page may not be imported yet, or has no jump line.</translation>
        </message>
        <message>
            <source>正在文库中查找……</source>
            <translation>Searching the library…</translation>
        </message>
        <message>
            <source>现在链接到：{0}</source>
            <translation>Linked to: {0}</translation>
        </message>
        <message>
            <source>转版接续</source>
            <translation>Continuation</translation>
        </message>
        <message>
            <source>链接这一部分</source>
            <translation>Link this part</translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>DropZones</name>
        <message>
            <source>放不到这里；按 Esc 取消</source>
            <translation>Nothing can be dropped here; Esc cancels</translation>
        </message>
        <message>
            <source>松开：归入版面附件</source>
            <translation>Let go: to the furniture</translation>
        </message>
        <message>
            <source>松开：送到“{0}”</source>
            <translation>Let go: to “{0}”</translation>
        </message>
        <message>
            <source>松开：送到“{0}”，排在第 {1} 段</source>
            <translation>Let go: to “{0}”, as segment {1}</translation>
        </message>
    </context>
    <context>
        <name>EditingActions</name>
        <message>
            <source>本版没有疑点了</source>
            <translation>No doubts are left on this page</translation>
        </message>
        <message>
            <source>请先把光标放进一个文本块</source>
            <translation>Please put the caret into a block first</translation>
        </message>
        <message>
            <source>请先把光标放进一篇文章</source>
            <translation>Please put the caret into an article first</translation>
        </message>
    </context>
    <context>
        <name>EmptyView</name>
        <message>
            <source>导入文件夹…</source>
            <translation>Import a folder…</translation>
        </message>
        <message>
            <source>导入版面文件…</source>
            <translation>Import page files…</translation>
        </message>
        <message>
            <source>打开示例版面</source>
            <translation>Open the sample pages</translation>
        </message>
        <message>
            <source>把报纸版面拖到这里</source>
            <translation>Drop newspaper pages here</translation>
        </message>
        <message>
            <source>文本文件、文件夹或版面记录，一个文件是一个版面。导入后自动切分成文章。</source>
            <translation>Text files, folders or page records; one file is one page. They are split into articles on import.</translation>
        </message>
    </context>
    <context>
        <name>Entities</name>
        <message>
            <source>实体</source>
            <translation>Entities</translation>
        </message>
        <message>
            <source>括号里是还没有判定的建议</source>
            <translation>In brackets: suggestions not yet decided</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>次数</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>规范名</source>
            <translation>Normal form</translation>
        </message>
    </context>
    <context>
        <name>EntityAcceptance</name>
        <message>
            <source>已接受 {0} 个建议</source>
            <translation>Accepted {0} suggestions</translation>
        </message>
        <message>
            <source>已接受 {0} 个建议，改了 {1} 个版面</source>
            <translation>Accepted {0} suggestions on {1} pages</translation>
        </message>
        <message>
            <source>文库正由另一个窗口使用，此处只读：请回到那个窗口修改</source>
            <translation>Another window is using the library, so this one can only read: make changes there</translation>
        </message>
        <message>
            <source>正在接受建议……</source>
            <translation>Accepting suggestions…</translation>
        </message>
        <message>
            <source>没有完成，已做的都保存着：{0}</source>
            <translation>Not finished; what was done is saved: {0}</translation>
        </message>
        <message>
            <source>；停下时还剩 {0} 版没有看</source>
            <translation>; {0} pages were not looked at when it was stopped</translation>
        </message>
    </context>
    <context>
        <name>EntityAcceptanceDialog</name>
        <message>
            <source>{0} 种</source>
            <translation>{0} forms</translation>
        </message>
        <message>
            <source>去掉勾的仍是建议；空格键勾选或去掉所选各行。合为一步，可以撤销；全库做之前先备份文库。</source>
            <translation>What you untick stays a suggestion; Space ticks or unticks the selected lines. One step that can be undone; before a step on the whole library a backup is made.</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>可信度不低于</source>
            <translation>Confidence at least</translation>
        </message>
        <message>
            <source>处</source>
            <translation>Places</translation>
        </message>
        <message>
            <source>实体</source>
            <translation>Entity</translation>
        </message>
        <message>
            <source>将接受的建议</source>
            <translation>Suggestions to accept</translation>
        </message>
        <message>
            <source>接受</source>
            <translation>Accept</translation>
        </message>
        <message>
            <source>接受 {0} 处（{1} 种）</source>
            <translation>Accept {0} places ({1} forms)</translation>
        </message>
        <message>
            <source>接受建议</source>
            <translation>Accept suggestions</translation>
        </message>
        <message>
            <source>整个文库（已完成的版面不动）</source>
            <translation>Whole library (finished pages stay)</translation>
        </message>
        <message>
            <source>最低可信度</source>
            <translation>Least confidence</translation>
        </message>
        <message>
            <source>本版</source>
            <translation>This page</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>正在查……</source>
            <translation>Looking…</translation>
        </message>
        <message>
            <source>版面数</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>Where</translation>
        </message>
    </context>
    <context>
        <name>EntityIndexModel</name>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>处</source>
            <translation>Places</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Label</translation>
        </message>
    </context>
    <context>
        <name>EntityIndexWindow</name>
        <message>
            <source>{0} 个名称</source>
            <translation>{0} names</translation>
        </message>
        <message>
            <source>全部标签</source>
            <translation>All labels</translation>
        </message>
        <message>
            <source>出现的地方</source>
            <translation>Places</translation>
        </message>
        <message>
            <source>合并、改名…</source>
            <translation>Merge or rename…</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>名称存为表格…</source>
            <translation>Save names as table…</translation>
        </message>
        <message>
            <source>名称里有…</source>
            <translation>Name holds…</translation>
        </message>
        <message>
            <source>实体索引</source>
            <translation>Entity index</translation>
        </message>
        <message>
            <source>所选名称的各处存为表格…</source>
            <translation>Save places of the chosen name as table…</translation>
        </message>
        <message>
            <source>按住 Ctrl 选几个写法（州政协、楚雄州政协……），归到同一个规范名；选一个就是改名</source>
            <translation>Hold Ctrl and choose several spellings to bring them under one normal form; choose one to rename it</translation>
        </message>
        <message>
            <source>按名称筛选</source>
            <translation>Filter by name</translation>
        </message>
        <message>
            <source>按标签筛选</source>
            <translation>Filter by label</translation>
        </message>
        <message>
            <source>正在查……</source>
            <translation>Looking…</translation>
        </message>
        <message>
            <source>没有这样的实体。</source>
            <translation>There is no such entity.</translation>
        </message>
        <message>
            <source>，所选 {0} 个共 {1} 处</source>
            <translation>; {0} chosen, {1} places</translation>
        </message>
    </context>
    <context>
        <name>EntityMenu</name>
        <message>
            <source>标为{0}</source>
            <translation>Tag as {0}</translation>
        </message>
    </context>
    <context>
        <name>EntityPanel</name>
        <message>
            <source>下一处</source>
            <translation>Next place</translation>
        </message>
        <message>
            <source>全部标签</source>
            <translation>All labels</translation>
        </message>
        <message>
            <source>共 {0} 种 {1} 处</source>
            <translation>{0} names, {1} places</translation>
        </message>
        <message>
            <source>写规范名</source>
            <translation>Write the normal form</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>只看建议</source>
            <translation>Suggestions only</translation>
        </message>
        <message>
            <source>可信度 ≥ </source>
            <translation>Confidence ≥ </translation>
        </message>
        <message>
            <source>实体面板</source>
            <translation>Entities</translation>
        </message>
        <message>
            <source>已删除 {0} 处“{1}”</source>
            <translation>Removed “{1}” in {0} places</translation>
        </message>
        <message>
            <source>已拒绝 {0} 处“{1}”</source>
            <translation>Rejected “{1}” in {0} places</translation>
        </message>
        <message>
            <source>已接受 {0} 个建议</source>
            <translation>{0} suggestions accepted</translation>
        </message>
        <message>
            <source>已接受 {0} 处“{1}”</source>
            <translation>Accepted “{1}” in {0} places</translation>
        </message>
        <message>
            <source>已改标签：{0} 处“{1}”</source>
            <translation>Relabelled “{1}” in {0} places</translation>
        </message>
        <message>
            <source>已给 {0} 处实体写下规范名</source>
            <translation>Normal forms written for {0} places</translation>
        </message>
        <message>
            <source>找出简称的规范名</source>
            <translation>Find full forms of short names</translation>
        </message>
        <message>
            <source>拒绝</source>
            <translation>Reject</translation>
        </message>
        <message>
            <source>拒绝建议</source>
            <translation>Reject suggestion</translation>
        </message>
        <message>
            <source>按文字筛选</source>
            <translation>Filter by text</translation>
        </message>
        <message>
            <source>按标签筛选</source>
            <translation>Filter by label</translation>
        </message>
        <message>
            <source>接受</source>
            <translation>Accept</translation>
        </message>
        <message>
            <source>接受 {0} 个建议</source>
            <translation>Accept {0} suggestions</translation>
        </message>
        <message>
            <source>接受建议</source>
            <translation>Accept suggestion</translation>
        </message>
        <message>
            <source>改标签</source>
            <translation>Change label</translation>
        </message>
        <message>
            <source>最低可信度</source>
            <translation>Least confidence</translation>
        </message>
        <message>
            <source>本版实体，按名称和标签归并</source>
            <translation>Mentions of this page, grouped by name and label</translation>
        </message>
        <message>
            <source>筛选</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>这一版里没有可以补全的简称</source>
            <translation>There is no short name to complete on this page</translation>
        </message>
        <message>
            <source>这一组里没有待判定的建议</source>
            <translation>No suggestion of this group is waiting to be decided</translation>
        </message>
        <message>
            <source>采用 {0} 个规范名</source>
            <translation>Take {0} normal forms</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>出了意外，没有导出，原来的文件都在。详情在日志里。</source>
            <translation>Something went wrong. Nothing was exported and the earlier files are all there. The log says more.</translation>
        </message>
        <message>
            <source>出了意外，没有检查成。详情在日志里。</source>
            <translation>Something went wrong and nothing was checked. The log says more.</translation>
        </message>
        <message>
            <source>取消导出</source>
            <translation>Stop the export</translation>
        </message>
        <message>
            <source>导出到哪个文件夹</source>
            <translation>Folder to export to</translation>
        </message>
        <message>
            <source>导出前看一看</source>
            <translation>Before you export</translation>
        </message>
        <message>
            <source>导出数据集</source>
            <translation>Export a data set</translation>
        </message>
        <message>
            <source>已取消，什么也没有留下。</source>
            <translation>Stopped; nothing was left behind.</translation>
        </message>
        <message>
            <source>已导出 {0} 条记录到 {1}</source>
            <translation>Exported {0} records to {1}</translation>
        </message>
        <message>
            <source>有 {0} 处值得先看一看：</source>
            <translation>{0} places are worth a look first:</translation>
        </message>
        <message>
            <source>正在导出：{0} / {1} 个版面</source>
            <translation>Exporting: {0} of {1} pages</translation>
        </message>
        <message>
            <source>正在检查…</source>
            <translation>Checking…</translation>
        </message>
        <message>
            <source>没有什么要先看的，可以导出。</source>
            <translation>Nothing to look at first: ready to export.</translation>
        </message>
        <message>
            <source>没有版面符合这些条件。</source>
            <translation>No page meets these conditions.</translation>
        </message>
        <message>
            <source>点一项就到那个地方；这个窗口留着，改好再回来。</source>
            <translation>Click an item to go there; this window stays, come back when it is mended.</translation>
        </message>
        <message>
            <source>第一条记录</source>
            <translation>First record</translation>
        </message>
        <message>
            <source>选择文件夹并导出…</source>
            <translation>Choose a folder and export…</translation>
        </message>
    </context>
    <context>
        <name>ExportForm</name>
        <message>
            <source>一个版面</source>
            <translation>A page</translation>
        </message>
        <message>
            <source>一篇文章</source>
            <translation>An article</translation>
        </message>
        <message>
            <source>内容(&amp;C)</source>
            <translation>&amp;Content</translation>
        </message>
        <message>
            <source>切分和实体</source>
            <translation>Split and entities</translation>
        </message>
        <message>
            <source>划分训练、验证、测试</source>
            <translation>Divide into train, dev and test</translation>
        </message>
        <message>
            <source>单位(&amp;U)</source>
            <translation>&amp;Unit</translation>
        </message>
        <message>
            <source>只要切分</source>
            <translation>Split only</translation>
        </message>
        <message numerus="yes">
            <source>只要列表里选中的 %n 个版面</source>
            <translation>
                <numerusform>Only the %n page chosen in the list</numerusform>
                <numerusform>Only the %n pages chosen in the list</numerusform>
            </translation>
        </message>
        <message>
            <source>只要实体</source>
            <translation>Entities only</translation>
        </message>
        <message>
            <source>只要有人处理过的</source>
            <translation>Only what a person has worked on</translation>
        </message>
        <message>
            <source>只要确认过的实体，不要建议</source>
            <translation>Only confirmed mentions, no suggestions</translation>
        </message>
        <message>
            <source>字或词</source>
            <translation>Characters or words</translation>
        </message>
        <message>
            <source>序列标记</source>
            <translation>Tagging scheme</translation>
        </message>
        <message>
            <source>按一期报纸</source>
            <translation>by issue</translation>
        </message>
        <message>
            <source>按字</source>
            <translation>by character</translation>
        </message>
        <message>
            <source>按版面</source>
            <translation>by page</translation>
        </message>
        <message>
            <source>按词（结巴）</source>
            <translation>by word (jieba)</translation>
        </message>
        <message>
            <source>整体划分</source>
            <translation>Never divided</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Dates</translation>
        </message>
        <message>
            <source>最早日期</source>
            <translation>First date</translation>
        </message>
        <message>
            <source>最晚日期</source>
            <translation>Last date</translation>
        </message>
        <message>
            <source>格式(&amp;F)</source>
            <translation>&amp;Format</translation>
        </message>
        <message>
            <source>比例</source>
            <translation>Shares</translation>
        </message>
        <message>
            <source>测试</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>版面状态</source>
            <translation>Page state</translation>
        </message>
        <message>
            <source>用勘误后的文字</source>
            <translation>Apply corrections to the text</translation>
        </message>
        <message>
            <source>种子</source>
            <translation>Seed</translation>
        </message>
        <message>
            <source>种子不变，同一个版面永远在同一份里，以后添加版面也不挪动。</source>
            <translation>With the same seed a page stays in its part for ever, also when pages are added later.</translation>
        </message>
        <message>
            <source>至</source>
            <translation>to</translation>
        </message>
        <message>
            <source>训练</source>
            <translation>Train</translation>
        </message>
        <message>
            <source>都不勾就是全部版面，搁置的除外。</source>
            <translation>None ticked: all pages but those set aside.</translation>
        </message>
        <message>
            <source>验证</source>
            <translation>Dev</translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message>
            <source>CoNLL 序列标注</source>
            <translation>CoNLL sequence labels</translation>
        </message>
        <message>
            <source>Label Studio 任务</source>
            <translation>Label Studio tasks</translation>
        </message>
        <message>
            <source>Parquet 数据集</source>
            <translation>Parquet data set</translation>
        </message>
        <message>
            <source>Prodigy 任务行</source>
            <translation>Prodigy lines</translation>
        </message>
        <message>
            <source>TEI P5</source>
            <translation>TEI P5</translation>
        </message>
        <message>
            <source>UIMA CAS（JSON）</source>
            <translation>UIMA CAS (JSON)</translation>
        </message>
        <message>
            <source>UIMA CAS（XMI）</source>
            <translation>UIMA CAS (XMI)</translation>
        </message>
        <message>
            <source>brat 标注文件</source>
            <translation>brat standoff</translation>
        </message>
        <message>
            <source>doccano 标注行</source>
            <translation>doccano lines</translation>
        </message>
        <message>
            <source>spaCy DocBin</source>
            <translation>spaCy DocBin</translation>
        </message>
        <message>
            <source>切分表</source>
            <translation>Segmentation table</translation>
        </message>
        <message>
            <source>版面记录</source>
            <translation>Page records</translation>
        </message>
    </context>
    <context>
        <name>GuideWindow</name>
        <message>
            <source>zh</source>
            <translation>en</translation>
        </message>
        <message>
            <source>使用说明</source>
            <translation>Guide</translation>
        </message>
        <message>
            <source>在说明里找</source>
            <translation>Find in the guide</translation>
        </message>
        <message>
            <source>在说明里找…</source>
            <translation>Find in the guide…</translation>
        </message>
        <message>
            <source>找下一处</source>
            <translation>Find next</translation>
        </message>
        <message>
            <source>章节</source>
            <translation>Chapters</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>说明文件不见了：请重新安装程序。</source>
            <translation>The guide's files are missing: please install the program again.</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message numerus="yes">
            <source>%n 个版面</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message>
            <source>{0}（已撤销）</source>
            <translation>{0} (undone)</translation>
        </message>
        <message>
            <source>全部版面的每一步，最新的在前</source>
            <translation>Every step on any page, newest first</translation>
        </message>
        <message numerus="yes">
            <source>共 %n 版</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message>
            <source>撤销这一步</source>
            <translation>Undo this step</translation>
        </message>
        <message>
            <source>整个文库</source>
            <translation>Whole library</translation>
        </message>
        <message>
            <source>最初的样子</source>
            <translation>As it was at first</translation>
        </message>
        <message>
            <source>每一步，最早的在前</source>
            <translation>Every step, the earliest first</translation>
        </message>
        <message>
            <source>点一步，版面回到那一步之后的样子；再点后面的，又能回来。</source>
            <translation>Click a step and the page stands as it was after it; click a later one to come back.</translation>
        </message>
        <message>
            <source>编辑历史</source>
            <translation>History</translation>
        </message>
        <message>
            <source>谁的历史</source>
            <translation>Whose history</translation>
        </message>
        <message>
            <source>这一版</source>
            <translation>This page</translation>
        </message>
        <message>
            <source>选一步，单独撤销它或重做它；别处后来做的都留着。</source>
            <translation>Choose a step to undo or redo it alone; what was done elsewhere since stays.</translation>
        </message>
        <message>
            <source>重做这一步</source>
            <translation>Redo this step</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>{0} 的编码</source>
            <translation>Encoding of {0}</translation>
        </message>
        <message>
            <source>不能导入：{0}</source>
            <translation>Cannot be imported: {0}</translation>
        </message>
        <message>
            <source>共 {0} 个文件，这里列出前 {1} 个，需要留意的在最前面。</source>
            <translation>{0} files; the first {1} are listed, those that want a look on top.</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message numerus="yes">
            <source>导入 %n 个文件</source>
            <translation>
                <numerusform>Import %n file</numerusform>
                <numerusform>Import %n files</numerusform>
            </translation>
        </message>
        <message>
            <source>导入版面</source>
            <translation>Import pages</translation>
        </message>
        <message>
            <source>所选文件的开头</source>
            <translation>Beginning of the chosen file</translation>
        </message>
        <message>
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>编码</source>
            <translation>Encoding</translation>
        </message>
        <message>
            <source>编码拿不准，请看下面的开头读得通不通</source>
            <translation>The encoding is uncertain: does the beginning below make sense?</translation>
        </message>
        <message>
            <source>要导入的文件</source>
            <translation>Files to import</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Text</translation>
        </message>
    </context>
    <context>
        <name>ImportFlow</name>
        <message>
            <source>导入中断：{0}。已导入的都在。</source>
            <translation>Import stopped: {0}. What was imported is all there.</translation>
        </message>
        <message>
            <source>导入文件夹</source>
            <translation>Import a folder</translation>
        </message>
        <message>
            <source>导入版面文件</source>
            <translation>Import page files</translation>
        </message>
        <message>
            <source>导入结果</source>
            <translation>Result of the import</translation>
        </message>
        <message>
            <source>文库只读，不能导入</source>
            <translation>The library is read-only: nothing can be imported</translation>
        </message>
        <message>
            <source>版面文件 (*.txt *.text *.jsonl *.jsonl.gz *.xml);;所有文件 (*)</source>
            <translation>Page files (*.txt *.text *.jsonl *.jsonl.gz *.xml);;All files (*)</translation>
        </message>
    </context>
    <context>
        <name>IndexWindow</name>
        <message>
            <source>保存表格</source>
            <translation>Save the table</translation>
        </message>
        <message>
            <source>已把 {0} 行存到 {1}</source>
            <translation>Saved {0} rows to {1}</translation>
        </message>
        <message>
            <source>没有查成，请再试一次。详情在日志里。</source>
            <translation>The search failed; please try again. The log has the details.</translation>
        </message>
        <message>
            <source>表格没有写成：{0}</source>
            <translation>The table was not written: {0}</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>{0} 段 · {1} 字</source>
            <translation>{0} segments · {1} characters</translation>
        </message>
        <message>
            <source>上接：{0}</source>
            <translation>From: {0}</translation>
        </message>
        <message>
            <source>下转：{0}</source>
            <translation>To: {0}</translation>
        </message>
        <message>
            <source>与上段接排</source>
            <translation>Join with the segment before</translation>
        </message>
        <message>
            <source>与上段断开</source>
            <translation>Unjoin from the segment before</translation>
        </message>
        <message>
            <source>另起一篇</source>
            <translation>Begin an article</translation>
        </message>
        <message>
            <source>在原文或文章里点一下，这里列出它的段落、角色与理由。</source>
            <translation>Click in the source or an article: its segments, roles and reasons are listed here.</translation>
        </message>
        <message>
            <source>已由人确认</source>
            <translation>confirmed by a person</translation>
        </message>
        <message>
            <source>归入《{0}》</source>
            <translation>Move to “{0}”</translation>
        </message>
        <message>
            <source>归入版面附件</source>
            <translation>Move to furniture</translation>
        </message>
        <message>
            <source>归属</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>批注：{0}</source>
            <translation>Note: {0}</translation>
        </message>
        <message>
            <source>改为{0}</source>
            <translation>Make it {0}</translation>
        </message>
        <message>
            <source>文章的段落，按阅读顺序</source>
            <translation>Segments of the article in reading order</translation>
        </message>
        <message>
            <source>未写理由</source>
            <translation>no reason given</translation>
        </message>
        <message>
            <source>检视面板</source>
            <translation>Inspector</translation>
        </message>
        <message>
            <source>没有选中文章</source>
            <translation>No article chosen</translation>
        </message>
        <message>
            <source>版面附件</source>
            <translation>Furniture</translation>
        </message>
        <message>
            <source>由人标注</source>
            <translation>made by a person</translation>
        </message>
        <message>
            <source>确认无误</source>
            <translation>Confirm</translation>
        </message>
        <message>
            <source>空格</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>角色</source>
            <translation>Role</translation>
        </message>
    </context>
    <context>
        <name>KeyCatcher</name>
        <message>
            <source>新的键</source>
            <translation>New key</translation>
        </message>
        <message>
            <source>请按新的键…（Esc 放弃）</source>
            <translation>Press the new key… (Esc gives up)</translation>
        </message>
    </context>
    <context>
        <name>KeyMapEditor</name>
        <message>
            <source>“{0}”在整个窗口里起作用，要带 Ctrl、Alt，或者用 F1 … F12。</source>
            <translation>“{0}” works in the whole window: use Ctrl, Alt, or F1 … F12.</translation>
        </message>
        <message>
            <source>“{0}”已经用于“{1}”。请换一个键，或者先改掉那一个。</source>
            <translation>“{0}” is already used for “{1}”. Take another key, or change that one first.</translation>
        </message>
        <message>
            <source>全部恢复</source>
            <translation>Reset all</translation>
        </message>
        <message>
            <source>动作</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>动作与按键</source>
            <translation>Actions and keys</translation>
        </message>
        <message>
            <source>单键只在版面和文章里起作用，用不着关掉中文输入法。改过的键以粗体显示。</source>
            <translation>Single keys work only in the source and the articles; a Chinese input method need not be switched off. Changed keys are bold.</translation>
        </message>
        <message>
            <source>恢复这个键</source>
            <translation>Reset this key</translation>
        </message>
        <message>
            <source>按键</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>更改按键</source>
            <translation>Change key</translation>
        </message>
        <message>
            <source>筛选动作或按键</source>
            <translation>Filter actions or keys</translation>
        </message>
    </context>
    <context>
        <name>KeyMapOverlay</name>
        <message>
            <source>上一段、下一段</source>
            <translation>Segment before, after</translation>
        </message>
        <message>
            <source>取消做到一半的动作</source>
            <translation>Give up a gesture half done</translation>
        </message>
        <message>
            <source>按键可在“设置 › 按键”里更改。按任意键或点一下关闭。</source>
            <translation>Keys can be changed in Settings › Keys. Any key or a click closes this.</translation>
        </message>
        <message>
            <source>按键图</source>
            <translation>Key map</translation>
        </message>
        <message>
            <source>移动与选择</source>
            <translation>Moving and choosing</translation>
        </message>
        <message>
            <source>连选几段</source>
            <translation>Choose several segments</translation>
        </message>
        <message>
            <source>选了文字时：标成第几个标签</source>
            <translation>With text selected: tag with that label</translation>
        </message>
        <message>
            <source>选择文字</source>
            <translation>Select text</translation>
        </message>
        <message>
            <source>逐字移动光标</source>
            <translation>Move the caret</translation>
        </message>
    </context>
    <context>
        <name>KeyNames</name>
        <message>
            <source>上翻页</source>
            <translation>PgUp</translation>
        </message>
        <message>
            <source>下翻页</source>
            <translation>PgDn</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>回车</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>空格</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>退格</source>
            <translation>Backspace</translation>
        </message>
    </context>
    <context>
        <name>LabelForm</name>
        <message>
            <source>中文名(&amp;Z)</source>
            <translation>Chinese &amp;name</translation>
        </message>
        <message>
            <source>什么算，什么不算，举例说明。光标停在这种实体上时会显示。</source>
            <translation>What counts and what does not, with examples. Shown when the caret is in such a mention.</translation>
        </message>
        <message>
            <source>代号(&amp;I)</source>
            <translation>&amp;Id</translation>
        </message>
        <message>
            <source>可以在别的实体里面，或与之交叉(&amp;X)</source>
            <translation>May lie inside or across others (&amp;X)</translation>
        </message>
        <message>
            <source>按键(&amp;K)</source>
            <translation>&amp;Key</translation>
        </message>
        <message numerus="yes">
            <source>有 %n 个实体用着，代号不能改</source>
            <translation>
                <numerusform>%n mention has it: the id stays</numerusform>
                <numerusform>%n mentions have it: the id stays</numerusform>
            </translation>
        </message>
        <message>
            <source>标注准则(&amp;G)</source>
            <translation>&amp;Guideline</translation>
        </message>
        <message>
            <source>浅色底</source>
            <translation>On light</translation>
        </message>
        <message>
            <source>浅色底上的颜色</source>
            <translation>Colour on light ground</translation>
        </message>
        <message>
            <source>深色底</source>
            <translation>On dark</translation>
        </message>
        <message>
            <source>深色底上的颜色</source>
            <translation>Colour on dark ground</translation>
        </message>
        <message>
            <source>英文名(&amp;E)</source>
            <translation>&amp;English name</translation>
        </message>
    </context>
    <context>
        <name>LabelRulesDialog</name>
        <message>
            <source>{0} 处：{1}</source>
            <translation>{0} places: {1}</translation>
        </message>
        <message>
            <source>保存规则</source>
            <translation>Save rules</translation>
        </message>
        <message>
            <source>删除规则</source>
            <translation>Delete rule</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>在本版找到</source>
            <translation>Found on this page</translation>
        </message>
        <message>
            <source>新规则</source>
            <translation>New rule</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>标签规则</source>
            <translation>Label rules</translation>
        </message>
        <message>
            <source>正则表达式</source>
            <translation>Regular expression</translation>
        </message>
        <message>
            <source>正在试……</source>
            <translation>Trying it…</translation>
        </message>
        <message>
            <source>没有</source>
            <translation>none</translation>
        </message>
        <message>
            <source>要标的部分可写成 (?P&lt;name&gt;…)；整条匹配不超过 200 字。</source>
            <translation>The part to tag may be written (?P&lt;name&gt;…); a match is at most 200 characters.</translation>
        </message>
        <message>
            <source>规则</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>规则先于模型和词表；保存后用“重新建议”让它们生效。</source>
            <translation>Rules come before model and lists; after saving, “Suggest again” applies them.</translation>
        </message>
        <message>
            <source>词语，一行一个</source>
            <translation>Words, one a line</translation>
        </message>
        <message>
            <source>还没有规则：点“新规则”，选标签，写下词语或正则表达式。</source>
            <translation>No rules yet: press “New rule”, choose a label, write words or a regular expression.</translation>
        </message>
        <message>
            <source>（空）</source>
            <translation>(empty)</translation>
        </message>
    </context>
    <context>
        <name>Language</name>
        <message>
            <source>zh</source>
            <translation>en</translation>
        </message>
    </context>
    <context>
        <name>LibraryFlow</name>
        <message>
            <source>打开文库</source>
            <translation>Open a library</translation>
        </message>
        <message>
            <source>文库 (*.cppcc)</source>
            <translation>Library (*.cppcc)</translation>
        </message>
        <message>
            <source>新建文库</source>
            <translation>New library</translation>
        </message>
    </context>
    <context>
        <name>LibraryTree</name>
        <message>
            <source>已完成</source>
            <translation>Finished</translation>
        </message>
        <message>
            <source>报纸、日期、版</source>
            <translation>Paper, date, page</translation>
        </message>
        <message>
            <source>报纸未知</source>
            <translation>Paper unknown</translation>
        </message>
        <message>
            <source>按报纸和日期排列的版面</source>
            <translation>Pages by paper and date</translation>
        </message>
        <message>
            <source>日期未知</source>
            <translation>Date unknown</translation>
        </message>
        <message>
            <source>版面</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>疑点</source>
            <translation>Doubts</translation>
        </message>
        <message>
            <source>第 {0} 版</source>
            <translation>p. {0}</translation>
        </message>
    </context>
    <context>
        <name>LibraryWindow</name>
        <message>
            <source>年份(&amp;Y)</source>
            <translation>&amp;Year</translation>
        </message>
        <message>
            <source>所有报纸</source>
            <translation>All papers</translation>
        </message>
        <message>
            <source>报纸(&amp;P)</source>
            <translation>&amp;Paper</translation>
        </message>
        <message>
            <source>按回车或双击：一个版面就打开，一组版面就在版面列表里只看它们。</source>
            <translation>Enter or double click: a page is opened, a group of pages is shown alone on the page list.</translation>
        </message>
        <message>
            <source>按报纸和日期看文库</source>
            <translation>Library by paper and date</translation>
        </message>
        <message>
            <source>日历</source>
            <translation>Calendar</translation>
        </message>
        <message>
            <source>有颜色的日子有版面，颜色越满，完成的越多。</source>
            <translation>Coloured days have pages; the fuller the colour, the more are finished.</translation>
        </message>
        <message>
            <source>目录</source>
            <translation>Tree</translation>
        </message>
    </context>
    <context>
        <name>LinkNames</name>
        <message>
            <source>{0}，{1}</source>
            <translation>{0}, {1}</translation>
        </message>
        <message>
            <source>不在文库里的一部分（{0}）</source>
            <translation>a part that is not in the library ({0})</translation>
        </message>
    </context>
    <context>
        <name>LongRun</name>
        <message>
            <source>停止</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>请稍候</source>
            <translation>Please wait</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>（只读）</source>
            <translation> (read-only)</translation>
        </message>
    </context>
    <context>
        <name>MentionActions</name>
        <message>
            <source>光标处没有实体</source>
            <translation>There is no mention at the caret</translation>
        </message>
        <message>
            <source>原来的实体“{0}”已被替换；Ctrl+Z 撤销</source>
            <translation>Replaced the mention “{0}”; Ctrl+Z undoes it</translation>
        </message>
        <message>
            <source>实体的这一端不能再移了</source>
            <translation>This end of the mention cannot be moved further</translation>
        </message>
        <message>
            <source>本版的建议都已定</source>
            <translation>All suggestions of this page are decided</translation>
        </message>
        <message>
            <source>这个方向上没有实体了</source>
            <translation>No more mentions in this direction</translation>
        </message>
    </context>
    <context>
        <name>MergeNamesDialog</name>
        <message>
            <source>会去掉 {0} 处的规范名。</source>
            <translation>Takes the normal form of {0} places away. </translation>
        </message>
        <message>
            <source>会改 {0} 处的标签。</source>
            <translation>Changes the label of {0} places. </translation>
        </message>
        <message>
            <source>会给 {0} 处写上规范名。</source>
            <translation>Gives {0} places the normal form. </translation>
        </message>
        <message>
            <source>原文和标注范围不变。先备份文库；在其中任一版上撤销一步即可全部退回。</source>
            <translation>Text and ranges stay. A backup of the library is made first; one undo on any of the pages takes all of it back.</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>各自的标签不变</source>
            <translation>Each keeps its label</translation>
        </message>
        <message>
            <source>合并不同写法</source>
            <translation>Merge forms of a name</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>处</source>
            <translation>Places</translation>
        </message>
        <message>
            <source>归到这个规范名</source>
            <translation>Normal form</translation>
        </message>
        <message>
            <source>归到这个规范名(&amp;F)</source>
            <translation>Normal &amp;form</translation>
        </message>
        <message>
            <source>改动 {0} 处</source>
            <translation>Change {0} places</translation>
        </message>
        <message>
            <source>改规范名</source>
            <translation>Change the normal form</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>标签(&amp;L)</source>
            <translation>&amp;Label</translation>
        </message>
        <message>
            <source>版面数</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>要合并的名称</source>
            <translation>Names to merge</translation>
        </message>
        <message>
            <source>都改为{0}</source>
            <translation>All become {0}</translation>
        </message>
    </context>
    <context>
        <name>NameMerger</name>
        <message>
            <source>已去掉规范名{0}，改了 {1} 个版面</source>
            <translation>Took the normal form away{0} on {1} pages</translation>
        </message>
        <message>
            <source>已归到“{0}”，改了 {1} 个版面</source>
            <translation>Merged into “{0}”; {1} pages changed</translation>
        </message>
        <message>
            <source>没有合并，文库没有变动：{0}</source>
            <translation>Not merged, the library is unchanged: {0}</translation>
        </message>
    </context>
    <context>
        <name>NoteDialog</name>
        <message>
            <source>“{0}”</source>
            <translation>“{0}”</translation>
        </message>
        <message>
            <source>写下</source>
            <translation>Write it down</translation>
        </message>
        <message>
            <source>写批注</source>
            <translation>Write a note</translation>
        </message>
        <message>
            <source>勘误：原文应作</source>
            <translation>Correction: the text should read</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>存疑，请复核</source>
            <translation>Doubtful, please check</translation>
        </message>
        <message>
            <source>批注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>批注的内容</source>
            <translation>Text of the note</translation>
        </message>
        <message>
            <source>批注的种类</source>
            <translation>Kind of note</translation>
        </message>
    </context>
    <context>
        <name>NoteIndexWindow</name>
        <message>
            <source>{0} 条，{1} 个版面</source>
            <translation>{0} notes on {1} pages</translation>
        </message>
        <message>
            <source>作者</source>
            <translation>Author</translation>
        </message>
        <message>
            <source>全库批注与勘误</source>
            <translation>Notes and corrections of the library</translation>
        </message>
        <message>
            <source>全部种类</source>
            <translation>All kinds</translation>
        </message>
        <message>
            <source>内容（勘误：应作）</source>
            <translation>Text (correction: should read)</translation>
        </message>
        <message>
            <source>原文</source>
            <translation>Source text</translation>
        </message>
        <message>
            <source>原文或批注里有…</source>
            <translation>Text or note holds…</translation>
        </message>
        <message>
            <source>只看未解决</source>
            <translation>Open ones only</translation>
        </message>
        <message>
            <source>只看这些版面</source>
            <translation>Show only these pages</translation>
        </message>
        <message>
            <source>存为表格…</source>
            <translation>Save as table…</translation>
        </message>
        <message>
            <source>所有人</source>
            <translation>Everybody</translation>
        </message>
        <message>
            <source>批注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>按作者筛选</source>
            <translation>Filter by author</translation>
        </message>
        <message>
            <source>按文字筛选</source>
            <translation>Filter by text</translation>
        </message>
        <message>
            <source>按种类筛选</source>
            <translation>Filter by kind</translation>
        </message>
        <message>
            <source>没有这样的批注。</source>
            <translation>There is no such note.</translation>
        </message>
        <message>
            <source>版面</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>（只列出前 {0} 条）</source>
            <translation> (only the first {0} are listed)</translation>
        </message>
        <message>
            <source>（已解决）</source>
            <translation> (resolved)</translation>
        </message>
    </context>
    <context>
        <name>Notes</name>
        <message>
            <source>勘误</source>
            <translation>Correction</translation>
        </message>
        <message>
            <source>存疑</source>
            <translation>Doubt</translation>
        </message>
        <message>
            <source>批注</source>
            <translation>Note</translation>
        </message>
    </context>
    <context>
        <name>NotesPanel</name>
        <message>
            <source>{0} · {1} · 原文“{2}”</source>
            <translation>{0} · {1} · text “{2}”</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>只看未解决</source>
            <translation>Open ones only</translation>
        </message>
        <message>
            <source>批注、疑点与勘误</source>
            <translation>Notes, doubts and corrections</translation>
        </message>
        <message>
            <source>批注面板</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>这里还没有批注。选中文字后按 N 写一条，留给自己或复核的人。</source>
            <translation>No notes yet. Select text and press N to write one for yourself or the reviewer.</translation>
        </message>
    </context>
    <context>
        <name>PageDelegate</name>
        <message numerus="yes">
            <source>%n 处疑点</source>
            <translation>
                <numerusform>%n doubt</numerusform>
                <numerusform>%n doubts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PageFlow</name>
        <message>
            <source>{0}；{1}</source>
            <translation>{0}; {1}</translation>
        </message>
        <message>
            <source>为什么先放一边？</source>
            <translation>Why is it set aside?</translation>
        </message>
        <message>
            <source>分派</source>
            <translation>Assign</translation>
        </message>
        <message>
            <source>分派版面</source>
            <translation>Assign page</translation>
        </message>
        <message>
            <source>列表里没有更多版面了</source>
            <translation>There are no more pages on the list</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>它还有 {0} 处疑点、{1} 个建议没有看</source>
            <translation>it still has {0} doubts and {1} suggestions not looked at</translation>
        </message>
        <message>
            <source>已完成 {0}</source>
            <translation>Finished {0}</translation>
        </message>
        <message>
            <source>已完成 {0}，没有待处理的版面了</source>
            <translation>Finished {0}; no pages are left to do</translation>
        </message>
        <message>
            <source>打不开这个版面：{0}</source>
            <translation>This page cannot be opened: {0}</translation>
        </message>
        <message>
            <source>把这个版面移到回收站？标注都会保留，可以取回。</source>
            <translation>Move this page to the trash? Its annotations are kept and it can come back.</translation>
        </message>
        <message>
            <source>搁置</source>
            <translation>Set aside</translation>
        </message>
        <message>
            <source>搁置版面</source>
            <translation>Set page aside</translation>
        </message>
        <message>
            <source>没有待处理的版面了</source>
            <translation>No pages are left to do</translation>
        </message>
        <message>
            <source>没能重新切分：{0}</source>
            <translation>Not split again: {0}</translation>
        </message>
        <message>
            <source>由谁处理？留空则不分派。</source>
            <translation>Who works on it? Empty: nobody.</translation>
        </message>
        <message>
            <source>移到回收站</source>
            <translation>Move to the trash</translation>
        </message>
    </context>
    <context>
        <name>PageList</name>
        <message>
            <source>{date} 第 {page_no} 版</source>
            <translation>{date}, page {page_no}</translation>
        </message>
        <message>
            <source>只看“{0}”；点一下看全部版面</source>
            <translation>Only “{0}”; click to see all pages</translation>
        </message>
        <message>
            <source>按名称筛选版面</source>
            <translation>Filter pages by name</translation>
        </message>
        <message>
            <source>版面列表</source>
            <translation>Page list</translation>
        </message>
        <message>
            <source>看全部版面</source>
            <translation>Show all pages</translation>
        </message>
        <message>
            <source>筛选版面</source>
            <translation>Filter pages</translation>
        </message>
        <message>
            <source>顺序与筛选</source>
            <translation>Order and filter</translation>
        </message>
    </context>
    <context>
        <name>PageListModel</name>
        <message>
            <source>{name}：{state}，{articles} 篇文章，{doubts} 处疑点</source>
            <translation>{name}: {state}, {articles} articles, {doubts} doubts</translation>
        </message>
        <message>
            <source>搁置原因：{0}</source>
            <translation>Set aside because: {0}</translation>
        </message>
        <message>
            <source>由 {0} 处理</source>
            <translation>For {0}</translation>
        </message>
    </context>
    <context>
        <name>PageMetaDialog</name>
        <message>
            <source>从文件名识别</source>
            <translation>Recognise from names</translation>
        </message>
        <message numerus="yes">
            <source>写入 %n 个版面</source>
            <translation>
                <numerusform>Write to %n page</numerusform>
                <numerusform>Write to %n pages</numerusform>
            </translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>填进选中的行</source>
            <translation>Fill into chosen rows</translation>
        </message>
        <message>
            <source>报纸</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>报纸(&amp;P)</source>
            <translation>&amp;Paper</translation>
        </message>
        <message>
            <source>报纸、日期与版次</source>
            <translation>Paper, date and page number</translation>
        </message>
        <message>
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>文件名的样式(&amp;N)</source>
            <translation>&amp;Name patterns</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>日期应写成 2023-08-01，这个不对：{0}</source>
            <translation>Dates look like 2023-08-01; this one is wrong: {0}</translation>
        </message>
        <message>
            <source>样式一行一个，先合的算数。可以写 {报纸} {日期} {年} {月} {日} {版次}，{*} 是随便什么。</source>
            <translation>One pattern a line, the first that fits counts. You may write {paper} {date} {year} {month} {day} {page}; {*} is anything.</translation>
        </message>
        <message>
            <source>版次</source>
            <translation>Page no.</translation>
        </message>
        <message>
            <source>版面的报纸、日期与版次</source>
            <translation>Paper, date and number of the pages</translation>
        </message>
    </context>
    <context>
        <name>PageOrderMenu</name>
        <message>
            <source>全部版面</source>
            <translation>All pages</translation>
        </message>
        <message>
            <source>待处理的版面</source>
            <translation>Pages to do</translation>
        </message>
        <message>
            <source>按出版日期</source>
            <translation>By date</translation>
        </message>
        <message>
            <source>按分派的人</source>
            <translation>By assignee</translation>
        </message>
        <message>
            <source>按导入先后</source>
            <translation>In order of import</translation>
        </message>
        <message>
            <source>疑点多的在前</source>
            <translation>Most doubts first</translation>
        </message>
    </context>
    <context>
        <name>PaletteEntries</name>
        <message>
            <source>“{0}”现在没有可以做的</source>
            <translation>There is nothing to do for “{0}” now</translation>
        </message>
        <message>
            <source>“{0}”要先打开一个版面</source>
            <translation>“{0}” needs an open page</translation>
        </message>
        <message>
            <source>“{0}”要改动文库，这个窗口只读</source>
            <translation>“{0}” would change the library; this window only reads</translation>
        </message>
        <message>
            <source>命令</source>
            <translation>Command</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>版面</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>现在不能用</source>
            <translation>not now</translation>
        </message>
    </context>
    <context>
        <name>PlaceWords</name>
        <message>
            <source>{label}（建议：{reason}）</source>
            <translation>{label} (suggested: {reason})</translation>
        </message>
        <message>
            <source>{role}，存疑（把握 {percent}）：{reason}</source>
            <translation>{role}, doubtful ({percent} sure): {reason}</translation>
        </message>
        <message>
            <source>原文应作“{0}”</source>
            <translation>should read “{0}”</translation>
        </message>
        <message>
            <source>批注：{0}</source>
            <translation>Note: {0}</translation>
        </message>
        <message>
            <source>；另一种读法：{0}</source>
            <translation>; another reading: {0}</translation>
        </message>
    </context>
    <context>
        <name>PrintJobs</name>
        <message>
            <source>已存为 {0}，共 {1} 页</source>
            <translation>Saved as {0}, {1} pages</translation>
        </message>
        <message>
            <source>已送去打印，共 {0} 页</source>
            <translation>Sent to the printer, {0} pages</translation>
        </message>
        <message>
            <source>正在写 {0}…</source>
            <translation>Writing {0}…</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>停止</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>停止导入；已导入的保留</source>
            <translation>Stop the import; what is in stays</translation>
        </message>
        <message>
            <source>导入 {0}／{1}</source>
            <translation>Importing {0} of {1}</translation>
        </message>
        <message>
            <source>进度</source>
            <translation>Progress</translation>
        </message>
    </context>
    <context>
        <name>QueueFlow</name>
        <message>
            <source>{0} {1} 个版面</source>
            <translation>{0}: {1} pages</translation>
        </message>
        <message>
            <source>{0} 个版面不再分派给谁</source>
            <translation>{0} pages are no longer assigned</translation>
        </message>
        <message>
            <source>{0} 个版面已分派给“{1}”</source>
            <translation>{0} pages assigned to “{1}”</translation>
        </message>
        <message>
            <source>{0} 个版面已改为“{1}”</source>
            <translation>{0} pages are now “{1}”</translation>
        </message>
        <message>
            <source>{0} 个版面已移到回收站</source>
            <translation>{0} pages moved to the trash</translation>
        </message>
        <message>
            <source>会改动 {0} 个版面，合为一步，可以撤销；做之前先备份文库。</source>
            <translation>This changes {0} pages, as one step that can be undone; the library is backed up first.</translation>
        </message>
        <message>
            <source>分派</source>
            <translation>Assign</translation>
        </message>
        <message>
            <source>分派多个版面</source>
            <translation>Assign several pages</translation>
        </message>
        <message>
            <source>分派给{0}</source>
            <translation>Assigned to {0}</translation>
        </message>
        <message>
            <source>列表里没有版面</source>
            <translation>There are no pages on the list</translation>
        </message>
        <message>
            <source>改多个版面的状态</source>
            <translation>Change the state of several pages</translation>
        </message>
        <message>
            <source>改状态</source>
            <translation>Change state</translation>
        </message>
        <message>
            <source>文库只读，不能改动</source>
            <translation>The library is read-only and cannot be changed</translation>
        </message>
        <message>
            <source>有未解决的批注</source>
            <translation>With open notes</translation>
        </message>
        <message>
            <source>没有分派给“{0}”的版面</source>
            <translation>No pages are assigned to “{0}”</translation>
        </message>
        <message>
            <source>没有未解决的批注了</source>
            <translation>No open notes are left</translation>
        </message>
        <message>
            <source>移到回收站</source>
            <translation>Move to the trash</translation>
        </message>
        <message>
            <source>移走</source>
            <translation>Move away</translation>
        </message>
        <message>
            <source>这 {0} 个版面改为什么状态？</source>
            <translation>Which state shall these {0} pages have?</translation>
        </message>
        <message>
            <source>这 {0} 个版面由谁处理？留空则不分派。</source>
            <translation>Who shall work on these {0} pages? Leave empty for nobody.</translation>
        </message>
        <message>
            <source>这些版面已经是这样了</source>
            <translation>These pages are like that already</translation>
        </message>
    </context>
    <context>
        <name>ReadingBar</name>
        <message>
            <source>上一期</source>
            <translation>Issue before</translation>
        </message>
        <message>
            <source>上一版</source>
            <translation>Page before</translation>
        </message>
        <message>
            <source>上一篇</source>
            <translation>Article before</translation>
        </message>
        <message>
            <source>下一期</source>
            <translation>Next issue</translation>
        </message>
        <message>
            <source>下一版</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>下一篇</source>
            <translation>Next article</translation>
        </message>
        <message>
            <source>复制</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>复制文字</source>
            <translation>Copy text</translation>
        </message>
        <message>
            <source>复制文字和出处</source>
            <translation>Copy text and source</translation>
        </message>
        <message>
            <source>夜间</source>
            <translation>Night</translation>
        </message>
        <message>
            <source>宋体</source>
            <translation>Serif</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>打印本版…</source>
            <translation>Print this page…</translation>
        </message>
        <message>
            <source>打印本篇…</source>
            <translation>Print this article…</translation>
        </message>
        <message>
            <source>按勘误显示</source>
            <translation>Show corrections applied</translation>
        </message>
        <message>
            <source>放大文字</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>本版存为 PDF…</source>
            <translation>Page as PDF…</translation>
        </message>
        <message>
            <source>本篇存为 PDF…</source>
            <translation>Article as PDF…</translation>
        </message>
        <message>
            <source>标出实体</source>
            <translation>Show entities</translation>
        </message>
        <message>
            <source>标点显示为全角</source>
            <translation>Show full-width punctuation</translation>
        </message>
        <message>
            <source>版式</source>
            <translation>Style</translation>
        </message>
        <message>
            <source>白纸（随窗口）</source>
            <translation>White paper (as the window)</translation>
        </message>
        <message>
            <source>目录</source>
            <translation>Contents</translation>
        </message>
        <message>
            <source>米黄纸</source>
            <translation>Cream paper</translation>
        </message>
        <message>
            <source>缩小文字</source>
            <translation>Smaller text</translation>
        </message>
        <message>
            <source>黑体</source>
            <translation>Sans</translation>
        </message>
    </context>
    <context>
        <name>ReadingCanvas</name>
        <message>
            <source>上接{0}</source>
            <translation>From {0}</translation>
        </message>
    </context>
    <context>
        <name>ReadingView</name>
        <message>
            <source>存为 PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>已复制 {0} 字</source>
            <translation>{0} characters copied</translation>
        </message>
        <message>
            <source>本版目录</source>
            <translation>Contents of this page</translation>
        </message>
        <message>
            <source>没有打印，也没有写出文件：{0}。请换一个位置或打印机再试</source>
            <translation>Nothing was printed or written: {0}. Please try another place or printer</translation>
        </message>
        <message>
            <source>版面文章</source>
            <translation>Articles of the page</translation>
        </message>
        <message>
            <source>阅读视图</source>
            <translation>Reading view</translation>
        </message>
    </context>
    <context>
        <name>Reason</name>
        <message>
            <source>上段句子未完</source>
            <translation>the sentence before is unfinished</translation>
        </message>
        <message>
            <source>与前文不相连</source>
            <translation>not connected with what is before</translation>
        </message>
        <message>
            <source>与前文共有</source>
            <translation>shared with the text before</translation>
        </message>
        <message>
            <source>专委会</source>
            <translation>special committee</translation>
        </message>
        <message>
            <source>专委会党支部</source>
            <translation>party branch of a committee</translation>
        </message>
        <message>
            <source>中央</source>
            <translation>central authority</translation>
        </message>
        <message>
            <source>主题之上的短行</source>
            <translation>short line above the headline</translation>
        </message>
        <message>
            <source>主题之下的短行</source>
            <translation>short line below the headline</translation>
        </message>
        <message>
            <source>五年规划时期</source>
            <translation>five-year plan period</translation>
        </message>
        <message>
            <source>人名或记者字样</source>
            <translation>a name or the word reporter</translation>
        </message>
        <message>
            <source>人名表</source>
            <translation>list of people</translation>
        </message>
        <message>
            <source>人民团体</source>
            <translation>people's organisation</translation>
        </message>
        <message>
            <source>从句子中间起</source>
            <translation>begins in mid-sentence</translation>
        </message>
        <message>
            <source>党委</source>
            <translation>party committee</translation>
        </message>
        <message>
            <source>党委、政府</source>
            <translation>party committee and government</translation>
        </message>
        <message>
            <source>党委部门</source>
            <translation>department of a party committee</translation>
        </message>
        <message>
            <source>共有</source>
            <translation>in common</translation>
        </message>
        <message>
            <source>写照片内容</source>
            <translation>describes a photo</translation>
        </message>
        <message>
            <source>句子缺开头</source>
            <translation>the sentence lacks its beginning</translation>
        </message>
        <message>
            <source>同一天的报纸</source>
            <translation>same day's paper</translation>
        </message>
        <message>
            <source>同一组标题</source>
            <translation>same group of headings</translation>
        </message>
        <message>
            <source>同一行</source>
            <translation>on the same line</translation>
        </message>
        <message>
            <source>同版已有此名</source>
            <translation>the name stands elsewhere on the page</translation>
        </message>
        <message>
            <source>后有摄影署名</source>
            <translation>a photo credit follows</translation>
        </message>
        <message>
            <source>团委</source>
            <translation>youth league committee</translation>
        </message>
        <message>
            <source>固定格式</source>
            <translation>fixed form</translation>
        </message>
        <message>
            <source>图片标题后的说明</source>
            <translation>caption after a photo's title</translation>
        </message>
        <message>
            <source>图片说明后的署名</source>
            <translation>credit after a caption</translation>
        </message>
        <message>
            <source>图片说明用语</source>
            <translation>words of a caption</translation>
        </message>
        <message>
            <source>地区与国家表</source>
            <translation>list of regions and countries</translation>
        </message>
        <message>
            <source>地名加机构后缀</source>
            <translation>place + organisation suffix</translation>
        </message>
        <message>
            <source>地名简称</source>
            <translation>short form of a place</translation>
        </message>
        <message>
            <source>地名表</source>
            <translation>list of places</translation>
        </message>
        <message>
            <source>地名连写</source>
            <translation>chain of places</translation>
        </message>
        <message>
            <source>地方机关</source>
            <translation>local authority</translation>
        </message>
        <message>
            <source>多个姓名后的职务</source>
            <translation>position after several names</translation>
        </message>
        <message>
            <source>姓名前的职务</source>
            <translation>position before a name</translation>
        </message>
        <message>
            <source>姓名后的职务</source>
            <translation>position after a name</translation>
        </message>
        <message>
            <source>委员会客厅</source>
            <translation>members' meeting room</translation>
        </message>
        <message>
            <source>年代</source>
            <translation>a decade</translation>
        </message>
        <message>
            <source>并列的职务</source>
            <translation>positions in a row</translation>
        </message>
        <message>
            <source>引号内的园区</source>
            <translation>zone in quotation marks</translation>
        </message>
        <message>
            <source>成句的文字</source>
            <translation>running sentences</translation>
        </message>
        <message>
            <source>所说与前文相近</source>
            <translation>near in meaning to what precedes</translation>
        </message>
        <message>
            <source>报眉、责编等版务</source>
            <translation>folio or editors' line</translation>
        </message>
        <message>
            <source>指明的日子</source>
            <translation>a named day</translation>
        </message>
        <message>
            <source>摄影或作者说明</source>
            <translation>note on photographer or author</translation>
        </message>
        <message>
            <source>摄影署名</source>
            <translation>photo credit</translation>
        </message>
        <message>
            <source>政协</source>
            <translation>CPPCC</translation>
        </message>
        <message>
            <source>政协下属机构</source>
            <translation>body of the CPPCC</translation>
        </message>
        <message>
            <source>政协专门委员会</source>
            <translation>special committee of the CPPCC</translation>
        </message>
        <message>
            <source>政协全称</source>
            <translation>full name of a CPPCC</translation>
        </message>
        <message>
            <source>文前的标题</source>
            <translation>heading before the text</translation>
        </message>
        <message>
            <source>文末署名</source>
            <translation>byline at the end</translation>
        </message>
        <message>
            <source>文章唯一的标题</source>
            <translation>the only heading of the article</translation>
        </message>
        <message>
            <source>断栏剩下的半句</source>
            <translation>half a sentence left by a column break</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>a date</translation>
        </message>
        <message>
            <source>日期区间</source>
            <translation>range of dates</translation>
        </message>
        <message>
            <source>未见标题</source>
            <translation>no headline seen</translation>
        </message>
        <message>
            <source>本版未见上文</source>
            <translation>what is before is not on this page</translation>
        </message>
        <message>
            <source>机关党组</source>
            <translation>party group of an office</translation>
        </message>
        <message>
            <source>机构名表</source>
            <translation>list of organisations</translation>
        </message>
        <message>
            <source>机构后的职务</source>
            <translation>position after an organisation</translation>
        </message>
        <message>
            <source>村级组织</source>
            <translation>body of a village</translation>
        </message>
        <message>
            <source>某地园区</source>
            <translation>park or zone of a place</translation>
        </message>
        <message>
            <source>某地政协</source>
            <translation>place + CPPCC committee</translation>
        </message>
        <message>
            <source>某地某处</source>
            <translation>site of a place</translation>
        </message>
        <message>
            <source>某地某局</source>
            <translation>bureau of a place</translation>
        </message>
        <message>
            <source>某级团体</source>
            <translation>society of a place</translation>
        </message>
        <message>
            <source>标题下的署名</source>
            <translation>byline under the headline</translation>
        </message>
        <message>
            <source>标题后电头开头</source>
            <translation>dateline after a headline</translation>
        </message>
        <message>
            <source>标题后的正文</source>
            <translation>text after a headline</translation>
        </message>
        <message>
            <source>标题在正文之后</source>
            <translation>the headline stands after its text</translation>
        </message>
        <message>
            <source>标题相近</source>
            <translation>similar headline</translation>
        </message>
        <message>
            <source>标题起首</source>
            <translation>a heading begins here</translation>
        </message>
        <message>
            <source>栏目用语</source>
            <translation>words of a column title</translation>
        </message>
        <message>
            <source>模型</source>
            <translation>found by the model</translation>
        </message>
        <message>
            <source>正文之内的小标题</source>
            <translation>subhead inside the text</translation>
        </message>
        <message>
            <source>正文之内的标题</source>
            <translation>heading inside the text</translation>
        </message>
        <message>
            <source>正文之间的短行</source>
            <translation>short line between paragraphs</translation>
        </message>
        <message>
            <source>民主党派</source>
            <translation>democratic party</translation>
        </message>
        <message>
            <source>民主党派组织</source>
            <translation>body of a democratic party</translation>
        </message>
        <message>
            <source>没有明显的依据</source>
            <translation>no clear evidence</translation>
        </message>
        <message>
            <source>独立的图片说明</source>
            <translation>caption of its own</translation>
        </message>
        <message>
            <source>由本库已完成版面学到</source>
            <translation>learned from this library's finished pages</translation>
        </message>
        <message>
            <source>电头开头</source>
            <translation>begins with a dateline</translation>
        </message>
        <message>
            <source>短行无句号</source>
            <translation>short line without a full stop</translation>
        </message>
        <message>
            <source>破折号开头</source>
            <translation>begins with a dash</translation>
        </message>
        <message>
            <source>紧接上段</source>
            <translation>right after the text before</translation>
        </message>
        <message>
            <source>编者按</source>
            <translation>editor's note</translation>
        </message>
        <message>
            <source>署名</source>
            <translation>byline</translation>
        </message>
        <message>
            <source>署名中的身份</source>
            <translation>role in a byline</translation>
        </message>
        <message>
            <source>署名后的正文</source>
            <translation>text after a byline</translation>
        </message>
        <message>
            <source>职务前的姓名</source>
            <translation>name before a position</translation>
        </message>
        <message>
            <source>职务后的姓名</source>
            <translation>name after a position</translation>
        </message>
        <message>
            <source>讯头中的地名</source>
            <translation>place in a dateline</translation>
        </message>
        <message>
            <source>银行分支</source>
            <translation>branch of a bank</translation>
        </message>
        <message>
            <source>随文图片</source>
            <translation>photo with the article</translation>
        </message>
        <message>
            <source>隔栏相接</source>
            <translation>joined across a column</translation>
        </message>
        <message>
            <source>隔着别的文章接上标题</source>
            <translation>belongs to the headline across another article</translation>
        </message>
        <message>
            <source>隔着别的文章续上文</source>
            <translation>goes on across another article</translation>
        </message>
        <message>
            <source>项目规则</source>
            <translation>the library's rule</translation>
        </message>
        <message>
            <source>项目词表</source>
            <translation>the library's word list</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>知道了</source>
            <translation>OK</translation>
        </message>
    </context>
    <context>
        <name>RestoreDialog</name>
        <message>
            <source>从备份恢复</source>
            <translation>Restore from a backup</translation>
        </message>
        <message>
            <source>会变回当时样子的版面：{0}</source>
            <translation>Pages that change back: {0}</translation>
        </message>
        <message>
            <source>会回来的版面：{0}</source>
            <translation>Pages that come back: {0}</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>和现在的文库没有差别。</source>
            <translation>It does not differ from the library.</translation>
        </message>
        <message>
            <source>备份</source>
            <translation>Backups</translation>
        </message>
        <message>
            <source>恢复到这一份</source>
            <translation>Restore this one</translation>
        </message>
        <message>
            <source>恢复后会消失的版面（后来才导入的）：{0}</source>
            <translation>Pages that go (imported later): {0}</translation>
        </message>
        <message>
            <source>正在查看…</source>
            <translation>Looking…</translation>
        </message>
        <message>
            <source>每天一份，每次批量操作之前一份，留最近十份。恢复之前会先把现在的样子也备份好。</source>
            <translation>One a day and one before every bulk action; the last ten are kept. The present state is backed up before anything is restored.</translation>
        </message>
        <message>
            <source>没有成功，文库没有变动：{0}</source>
            <translation>It did not work, the library is unchanged: {0}</translation>
        </message>
        <message>
            <source>还没有备份。做第一次修改的那天会有第一份。</source>
            <translation>No backups yet. The first is made on the day of the first change.</translation>
        </message>
        <message>
            <source>这一份里有 {0} 个版面（{1}），{2} 个已定的实体。</source>
            <translation>It holds {0} pages ({1}) and {2} mentions.</translation>
        </message>
    </context>
    <context>
        <name>Role</name>
        <message>
            <source>主题</source>
            <translation>Headline</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>副题</source>
            <translation>Deck</translation>
        </message>
        <message>
            <source>图片说明</source>
            <translation>Caption</translation>
        </message>
        <message>
            <source>导语</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>小标题</source>
            <translation>Subhead</translation>
        </message>
        <message>
            <source>引题</source>
            <translation>Kicker</translation>
        </message>
        <message>
            <source>摄影署名</source>
            <translation>Credit</translation>
        </message>
        <message>
            <source>栏目</source>
            <translation>Section</translation>
        </message>
        <message>
            <source>正文</source>
            <translation>Body</translation>
        </message>
        <message>
            <source>署名</source>
            <translation>Byline</translation>
        </message>
        <message>
            <source>讯头</source>
            <translation>Dateline</translation>
        </message>
        <message>
            <source>转接提示</source>
            <translation>Jump line</translation>
        </message>
    </context>
    <context>
        <name>SameStringActions</name>
        <message>
            <source>正在标注 {0} 个版面上的“同名文字”……</source>
            <translation>Tagging the same words on {0} pages…</translation>
        </message>
        <message>
            <source>没有标注，什么也没有改动：{0}</source>
            <translation>Nothing was tagged and nothing changed: {0}</translation>
        </message>
        <message>
            <source>请先选中文字，或把光标放在一个实体上</source>
            <translation>Please select text, or put the caret on a mention</translation>
        </message>
    </context>
    <context>
        <name>SameStringDialog</name>
        <message numerus="yes">
            <source>共 %n 处</source>
            <translation>
                <numerusform>%n place</numerusform>
                <numerusform>%n places</numerusform>
            </translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>找到的位置</source>
            <translation>Places found</translation>
        </message>
        <message>
            <source>整个文库</source>
            <translation>Whole library</translation>
        </message>
        <message>
            <source>本文</source>
            <translation>This article</translation>
        </message>
        <message>
            <source>本版</source>
            <translation>This page</translation>
        </message>
        <message>
            <source>查找范围</source>
            <translation>Where to look</translation>
        </message>
        <message>
            <source>标为</source>
            <translation>Tag as</translation>
        </message>
        <message numerus="yes">
            <source>标注 %n 处</source>
            <translation>
                <numerusform>Tag %n place</numerusform>
                <numerusform>Tag %n places</numerusform>
            </translation>
        </message>
        <message>
            <source>标注全部“{0}”</source>
            <translation>Tag every “{0}”</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>正在全库查找……</source>
            <translation>Searching the library…</translation>
        </message>
        <message>
            <source>正在全库查找：{0} / {1} 版</source>
            <translation>Searching the library: {0} of {1} pages</translation>
        </message>
        <message>
            <source>空格键勾选或去掉所选各行；双击可在版面上查看。已经这样标注的、属于更长实体的位置先不勾选。</source>
            <translation>Space ticks or unticks the chosen rows; double click shows them on the page. Places already tagged so, or part of a longer entity, start unticked.</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>Scope</translation>
        </message>
    </context>
    <context>
        <name>SameStringModel</name>
        <message>
            <source>{0}（有重叠）</source>
            <translation>{0} (overlaps)</translation>
        </message>
        <message>
            <source>上文</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>下文</source>
            <translation>After</translation>
        </message>
        <message>
            <source>文字</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>版面</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>现有标签</source>
            <translation>Present label</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>勘误：{1}　{0}</source>
            <translation>Corrected: {1}  {0}</translation>
        </message>
        <message>
            <source>第 {0} 版</source>
            <translation>p. {0}</translation>
        </message>
    </context>
    <context>
        <name>SearchFilters</name>
        <message>
            <source>不论实体</source>
            <translation>Any</translation>
        </message>
        <message>
            <source>全角、半角、大小写算一样</source>
            <translation>Full and half width, capitals and small letters are one</translation>
        </message>
        <message>
            <source>只看标题（引题、主题、副题）</source>
            <translation>Titles only (kicker, headline, deck)</translation>
        </message>
        <message>
            <source>名称或标准名</source>
            <translation>Name or normal form</translation>
        </message>
        <message>
            <source>实体类(&amp;L)</source>
            <translation>&amp;Label</translation>
        </message>
        <message>
            <source>所有报纸</source>
            <translation>All papers</translation>
        </message>
        <message>
            <source>所有状态</source>
            <translation>All states</translation>
        </message>
        <message>
            <source>所有角色</source>
            <translation>All roles</translation>
        </message>
        <message>
            <source>报纸(&amp;P)</source>
            <translation>&amp;Paper</translation>
        </message>
        <message>
            <source>日期(&amp;D)</source>
            <translation>&amp;Dates</translation>
        </message>
        <message>
            <source>是{0}</source>
            <translation>In: {0}</translation>
        </message>
        <message>
            <source>最早日期</source>
            <translation>First date</translation>
        </message>
        <message>
            <source>最晚日期</source>
            <translation>Last date</translation>
        </message>
        <message>
            <source>有实体(&amp;E)</source>
            <translation>Has &amp;entity</translation>
        </message>
        <message>
            <source>状态(&amp;S)</source>
            <translation>&amp;State</translation>
        </message>
        <message>
            <source>繁体、简体算一样</source>
            <translation>Traditional and simplified are one</translation>
        </message>
        <message>
            <source>至</source>
            <translation>to</translation>
        </message>
        <message>
            <source>角色(&amp;R)</source>
            <translation>&amp;Role</translation>
        </message>
    </context>
    <context>
        <name>SearchFlow</name>
        <message>
            <source>查找</source>
            <translation>Search</translation>
        </message>
    </context>
    <context>
        <name>SearchPanel</name>
        <message>
            <source>{0} 篇，{1:.0f} 毫秒</source>
            <translation>{0} articles, {1:.0f} ms</translation>
        </message>
        <message>
            <source>。还有 {0} 个版面正在编入索引</source>
            <translation>. {0} pages are still being indexed</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>保存查找</source>
            <translation>Save search</translation>
        </message>
        <message>
            <source>保存表格</source>
            <translation>Save table</translation>
        </message>
        <message>
            <source>保存这次查找…</source>
            <translation>Save this search…</translation>
        </message>
        <message>
            <source>几个词用空格隔开，都要有；“ ” 里的连在一起；前面加 - 的不要。分栏切断的名字也找得到。</source>
            <translation>Words divided by blanks must all be there; “ ” keeps words together; - before a word leaves it out. Names cut by a column break are found too.</translation>
        </message>
        <message>
            <source>前 {0} 篇（还有更多），{1:.0f} 毫秒</source>
            <translation>First {0} articles (there are more), {1:.0f} ms</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>在整个文库里找：政协 -外交 “协商民主”</source>
            <translation>Search the library: 政协 -外交 “协商民主”</translation>
        </message>
        <message>
            <source>已把 {0} 篇存到 {1}</source>
            <translation>{0} articles written to {1}</translation>
        </message>
        <message>
            <source>忘掉</source>
            <translation>Forget</translation>
        </message>
        <message>
            <source>找到的文章</source>
            <translation>Articles found</translation>
        </message>
        <message>
            <source>把结果存成表格（CSV）…</source>
            <translation>Save hits as a table (CSV)…</translation>
        </message>
        <message>
            <source>把这些版面导出成数据集…</source>
            <translation>Export these pages as a data set…</translation>
        </message>
        <message>
            <source>排序</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>日期从新到旧</source>
            <translation>Newest first</translation>
        </message>
        <message>
            <source>日期从旧到新</source>
            <translation>Oldest first</translation>
        </message>
        <message>
            <source>更多</source>
            <translation>More</translation>
        </message>
        <message>
            <source>查找</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>标题里有的在前</source>
            <translation>In titles first</translation>
        </message>
        <message>
            <source>没有完全一致的，这是按词查到的：</source>
            <translation>Nothing holds exactly that; found by its words: </translation>
        </message>
        <message>
            <source>没有找到。少写几个字，或者换一种筛选。</source>
            <translation>Nothing found. Try fewer characters or another filter.</translation>
        </message>
        <message>
            <source>没有查成，请再试一次。详情在日志里。</source>
            <translation>The search failed; please try again. The log says more.</translation>
        </message>
        <message>
            <source>筛选</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>表格没有写成：{0}</source>
            <translation>The table was not written: {0}</translation>
        </message>
    </context>
    <context>
        <name>SendFlow</name>
        <message>
            <source>请先把光标放进一个文本块</source>
            <translation>Put the caret in a block first</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source> 像素</source>
            <translation> px</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>写进编辑历史和导出的数据里，用来比较不同人的标注。</source>
            <translation>Stands in the history and in exported data, to compare annotators.</translation>
        </message>
        <message>
            <source>外观</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>外观(&amp;T)</source>
            <translation>&amp;Theme</translation>
        </message>
        <message>
            <source>按键</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>改动立即保存。语言和界面文字在关上设置后换，其余立即生效。</source>
            <translation>Changes are saved at once. Language and interface text change when the settings are closed, all else at once.</translation>
        </message>
        <message>
            <source>文章文字(&amp;A)</source>
            <translation>&amp;Article text</translation>
        </message>
        <message>
            <source>标注</source>
            <translation>Marking</translation>
        </message>
        <message>
            <source>标注人(&amp;N)</source>
            <translation>&amp;Name of annotator</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>版面文字(&amp;S)</source>
            <translation>&amp;Source text</translation>
        </message>
        <message>
            <source>界面文字(&amp;I)</source>
            <translation>&amp;Interface text</translation>
        </message>
        <message>
            <source>界面语言(&amp;L)</source>
            <translation>&amp;Language</translation>
        </message>
        <message>
            <source>疑点界限(&amp;D)</source>
            <translation>&amp;Doubt threshold</translation>
        </message>
        <message>
            <source>登录名</source>
            <translation>Login name</translation>
        </message>
        <message>
            <source>简体中文</source>
            <translation>简体中文</translation>
        </message>
        <message>
            <source>自动切分的把握低于这个值，就作为疑点请人来看。调高则疑点更多。通常是 0.80。</source>
            <translation>Decisions less certain than this are shown as doubts. Higher means more doubts. Usually 0.80.</translation>
        </message>
        <message>
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>跟随系统</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>高对比</source>
            <translation>High contrast</translation>
        </message>
    </context>
    <context>
        <name>SourceLine</name>
        <message>
            <source>{year}年{month}月{day}日</source>
            <translation>{year}-{month}-{day}</translation>
        </message>
        <message>
            <source>《{0}》</source>
            <translation>{0}</translation>
        </message>
        <message>
            <source>第{0}版</source>
            <translation>p. {0}</translation>
        </message>
    </context>
    <context>
        <name>SourceMargin</name>
        <message>
            <source>原文页边：文章、角色与阅读顺序</source>
            <translation>Margin: articles, roles and reading order</translation>
        </message>
    </context>
    <context>
        <name>SourceView</name>
        <message>
            <source>版面原文</source>
            <translation>Source text</translation>
        </message>
    </context>
    <context>
        <name>State</name>
        <message>
            <source>已完成</source>
            <translation>Finished</translation>
        </message>
        <message>
            <source>搁置</source>
            <translation>Set aside</translation>
        </message>
        <message>
            <source>未处理</source>
            <translation>New</translation>
        </message>
        <message>
            <source>进行中</source>
            <translation>In progress</translation>
        </message>
        <message>
            <source>金标准</source>
            <translation>Gold</translation>
        </message>
    </context>
    <context>
        <name>Statistics</name>
        <message>
            <source>一个版面要几步</source>
            <translation>How many steps does a page take?</translation>
        </message>
        <message>
            <source>一版有几篇</source>
            <translation>How many articles has a page?</translation>
        </message>
        <message>
            <source>人做的每种修改，越来越少就是越切越准。</source>
            <translation>Every kind of correction; fewer over time means better splitting.</translation>
        </message>
        <message>
            <source>做到哪里了</source>
            <translation>How far are we?</translation>
        </message>
        <message>
            <source>做得多快</source>
            <translation>How fast are we?</translation>
        </message>
        <message>
            <source>全库每种角色的段数。</source>
            <translation>Segments of each role in the library.</translation>
        </message>
        <message>
            <source>全库每类实体的处数，建议也算在内。</source>
            <translation>Mentions of each label in the library, suggestions too.</translation>
        </message>
        <message>
            <source>出现最多的名称；有规范名的并在一起。</source>
            <translation>The most frequent names; normal forms are counted together.</translation>
        </message>
        <message>
            <source>到每一天为止，已导入、动过手、已完成的版面。</source>
            <translation>Pages imported, begun and finished up to each day.</translation>
        </message>
        <message>
            <source>动过手</source>
            <translation>Begun</translation>
        </message>
        <message>
            <source>各种角色有多少</source>
            <translation>How frequent is each role?</translation>
        </message>
        <message>
            <source>各类实体有多少</source>
            <translation>How frequent is each label?</translation>
        </message>
        <message>
            <source>同在一篇文章里的人名和机构。</source>
            <translation>People and organisations named in the same article.</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>含这种长度文章的版面。</source>
            <translation>Pages with articles of this length.</translation>
        </message>
        <message>
            <source>哪些角色认错了</source>
            <translation>Which roles were wrong?</translation>
        </message>
        <message>
            <source>处数</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>字数</source>
            <translation>Characters</translation>
        </message>
        <message>
            <source>已完成</source>
            <translation>Finished</translation>
        </message>
        <message>
            <source>已导入</source>
            <translation>Imported</translation>
        </message>
        <message>
            <source>报纸未知</source>
            <translation>Paper unknown</translation>
        </message>
        <message>
            <source>文章数</source>
            <translation>Articles</translation>
        </message>
        <message>
            <source>文章有多长</source>
            <translation>How long are articles?</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>月份</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>有这么多篇文章的版面。</source>
            <translation>Pages with so many articles.</translation>
        </message>
        <message>
            <source>未知</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>次数</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>步数</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>段数</source>
            <translation>Segments</translation>
        </message>
        <message>
            <source>每天完成的版面所用步数的中位数。</source>
            <translation>Median of the steps of the pages finished each day.</translation>
        </message>
        <message>
            <source>每小时完成的版面；停手五分钟以上不算在内。</source>
            <translation>Pages finished in an hour; pauses of five minutes and more are left out.</translation>
        </message>
        <message>
            <source>每版平均的疑点，按报纸和月份。</source>
            <translation>Doubts a page, by paper and month.</translation>
        </message>
        <message>
            <source>每种状态的版面数。</source>
            <translation>Pages in each state.</translation>
        </message>
        <message>
            <source>版面数</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>版面数／小时</source>
            <translation>Pages an hour</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>现在各是什么状态</source>
            <translation>What state are pages in?</translation>
        </message>
        <message>
            <source>疑点数／版</source>
            <translation>Doubts a page</translation>
        </message>
        <message>
            <source>自动切分要改什么</source>
            <translation>What had to be corrected?</translation>
        </message>
        <message>
            <source>被人改掉的角色，按改之前的角色计。</source>
            <translation>Roles that people changed, as they were before.</translation>
        </message>
        <message>
            <source>角色</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>谁、哪里、什么机构最常见</source>
            <translation>Which names are most frequent?</translation>
        </message>
        <message>
            <source>谁和谁一起出现</source>
            <translation>Who occurs with whom?</translation>
        </message>
        <message>
            <source>麻烦在哪里</source>
            <translation>Where is the trouble?</translation>
        </message>
    </context>
    <context>
        <name>StatisticsPlot</name>
        <message>
            <source>图</source>
            <translation>Chart</translation>
        </message>
    </context>
    <context>
        <name>StatisticsWindow</name>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>存为图片…</source>
            <translation>Save as picture…</translation>
        </message>
        <message>
            <source>存为表格…</source>
            <translation>Save as table…</translation>
        </message>
        <message>
            <source>已存为 {0}</source>
            <translation>Saved as {0}</translation>
        </message>
        <message>
            <source>数字</source>
            <translation>Figures</translation>
        </message>
        <message>
            <source>正在统计…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>没有写成：{0}</source>
            <translation>Not written: {0}</translation>
        </message>
        <message>
            <source>没有统计成。详情在日志里。</source>
            <translation>The count failed. The log says more.</translation>
        </message>
        <message>
            <source>点一条，看它背后的版面。</source>
            <translation>Click a bar to see the pages behind it.</translation>
        </message>
        <message>
            <source>看这些版面</source>
            <translation>Show these pages</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>统计</source>
            <translation>Statistics</translation>
        </message>
        <message>
            <source>还没有可以统计的。</source>
            <translation>There is nothing to count yet.</translation>
        </message>
        <message>
            <source>问题</source>
            <translation>Questions</translation>
        </message>
        <message numerus="yes">
            <source>：%n 个版面</source>
            <translation>
                <numerusform>: %n page</numerusform>
                <numerusform>: %n pages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>保存时间</source>
            <translation>Time of saving</translation>
        </message>
        <message>
            <source>光标位置</source>
            <translation>Caret</translation>
        </message>
        <message numerus="yes">
            <source>剩 %n 处疑点</source>
            <translation>
                <numerusform>%n doubt left</numerusform>
                <numerusform>%n doubts left</numerusform>
            </translation>
        </message>
        <message>
            <source>只读</source>
            <translation>Read-only</translation>
        </message>
        <message>
            <source>已保存 {0}</source>
            <translation>Saved {0}</translation>
        </message>
        <message numerus="yes">
            <source>已选 %n 个文本块</source>
            <translation>
                <numerusform>%n block chosen</numerusform>
                <numerusform>%n blocks chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已选 %n 字</source>
            <translation>
                <numerusform>%n character selected</numerusform>
                <numerusform>%n characters selected</numerusform>
            </translation>
        </message>
        <message>
            <source>最近的消息，或光标处的内容</source>
            <translation>Last message, or what is at the caret</translation>
        </message>
        <message>
            <source>本版剩余的疑点</source>
            <translation>Doubts left on this page</translation>
        </message>
        <message>
            <source>没有疑点</source>
            <translation>No doubts</translation>
        </message>
        <message>
            <source>第 {0} 字，共 {1} 字</source>
            <translation>Character {0} of {1}</translation>
        </message>
    </context>
    <context>
        <name>StepQuestions</name>
        <message>
            <source>……还有 {0} 个版面</source>
            <translation>… and {0} more pages</translation>
        </message>
        <message>
            <source>什么也不做</source>
            <translation>Do nothing</translation>
        </message>
        <message>
            <source>其中 {0} 个版面上，后来又改动了同样的内容，要先撤销那些操作：</source>
            <translation>On {0} of its pages the same was changed again since; undo these steps first:</translation>
        </message>
        <message>
            <source>其中 {0} 个版面上，后来撤销的操作改动过同样的内容，要先重做那些操作：</source>
            <translation>On {0} of its pages steps undone since had changed the same; redo these first:</translation>
        </message>
        <message>
            <source>只在其余 {0} 个版面上撤销</source>
            <translation>Undo on the other {0} pages only</translation>
        </message>
        <message>
            <source>只在其余 {0} 个版面上重做</source>
            <translation>Redo on the other {0} pages only</translation>
        </message>
        <message>
            <source>撤销“{0}”</source>
            <translation>Undo “{0}”</translation>
        </message>
        <message>
            <source>重做“{0}”</source>
            <translation>Redo “{0}”</translation>
        </message>
    </context>
    <context>
        <name>SuggestionActions</name>
        <message>
            <source>没能给出建议：{0}</source>
            <translation>No suggestions were made: {0}</translation>
        </message>
    </context>
    <context>
        <name>TagSetEditor</name>
        <message>
            <source>上移</source>
            <translation>Up</translation>
        </message>
        <message>
            <source>下移</source>
            <translation>Down</translation>
        </message>
        <message>
            <source>从 TOML 导入…</source>
            <translation>Import TOML…</translation>
        </message>
        <message>
            <source>保存标签集</source>
            <translation>Save label set</translation>
        </message>
        <message>
            <source>准则改动后换一个版本，导出的数据会写明。</source>
            <translation>Give a new version when the guideline changes; exported data names it.</translation>
        </message>
        <message>
            <source>准则版本(&amp;V)</source>
            <translation>Guideline &amp;version</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>去掉勾选的角色不再出现在菜单里；已经标上的不受影响。</source>
            <translation>Roles without a tick no longer appear in the menus; what has them keeps them.</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>导入标签集</source>
            <translation>Import label set</translation>
        </message>
        <message>
            <source>导出为 TOML…</source>
            <translation>Export TOML…</translation>
        </message>
        <message>
            <source>导出标签集</source>
            <translation>Export label set</translation>
        </message>
        <message>
            <source>新标签</source>
            <translation>新标签</translation>
        </message>
        <message numerus="yes">
            <source>有 %n 个实体用着这个标签，先改掉它们才能删除</source>
            <translation>
                <numerusform>%n mention has this label: change it first</numerusform>
                <numerusform>%n mentions have this label: change them first</numerusform>
            </translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Labels</translation>
        </message>
        <message>
            <source>标签集</source>
            <translation>Label set</translation>
        </message>
        <message>
            <source>标签集 (*.toml)</source>
            <translation>Label set (*.toml)</translation>
        </message>
        <message>
            <source>没有写成：{0}</source>
            <translation>Not written: {0}</translation>
        </message>
        <message>
            <source>添加标签</source>
            <translation>Add label</translation>
        </message>
        <message>
            <source>菜单里显示的角色</source>
            <translation>Roles in the menus</translation>
        </message>
        <message>
            <source>角色</source>
            <translation>Roles</translation>
        </message>
        <message>
            <source>这个文件没有导入：{0}</source>
            <translation>This file was not imported: {0}</translation>
        </message>
    </context>
    <context>
        <name>TeachingFlow</name>
        <message>
            <source>上次停下时还剩这些版面，从那里接着做。</source>
            <translation>These pages were left when it was stopped; it goes on from there. </translation>
        </message>
        <message>
            <source>不用</source>
            <translation>Do not use</translation>
        </message>
        <message>
            <source>交叉检验的 F1（严格）：{0}</source>
            <translation>Strict F1 by cross validation: {0}</translation>
        </message>
        <message>
            <source>人工标的和已接受的实体都不动，已完成的版面不碰。合为一步，可以撤销，也可以中途停下；做之前先备份文库。</source>
            <translation>What people tagged or accepted stays, finished pages are not touched. One step that can be undone, and stopped half way; the library is backed up first.</translation>
        </message>
        <message>
            <source>从 {0} 个已完成的版面里没有学到新东西：请多完成几版（同一名称至少在两版上这样标过）。</source>
            <translation>Nothing new was learned from {0} finished pages: please finish some more (a name must be tagged so on two pages at least).</translation>
        </message>
        <message>
            <source>以后在全库不再建议。合为一步，可以撤销；做之前先备份文库。</source>
            <translation>It is not suggested in this library any more. One step that can be undone; a backup is made first.</translation>
        </message>
        <message>
            <source>全库拒绝“{0}”</source>
            <translation>Reject “{0}” everywhere</translation>
        </message>
        <message>
            <source>全库更新建议</source>
            <translation>Suggest on the whole library</translation>
        </message>
        <message>
            <source>在 {0} 个版面上拒绝 {1} 处</source>
            <translation>Reject {1} places on {0} pages</translation>
        </message>
        <message>
            <source>学习的结果</source>
            <translation>What was learned</translation>
        </message>
        <message>
            <source>学会了自设的标签：{0}。</source>
            <translation>Learned labels of your own: {0}.</translation>
        </message>
        <message>
            <source>学到 {0} 个标法一致的名称：{1}……</source>
            <translation>Learned {0} names that are tagged alike everywhere: {1}…</translation>
        </message>
        <message>
            <source>已停止学习，什么也没有改变</source>
            <translation>Learning stopped; nothing has changed</translation>
        </message>
        <message>
            <source>已在 {0} 个版面上拒绝“{1}”，以后不再建议</source>
            <translation>“{1}” rejected on {0} pages, and never suggested again</translation>
        </message>
        <message>
            <source>建议处数</source>
            <translation>Suggestions</translation>
        </message>
        <message>
            <source>文库正由另一个窗口使用，此处只读：请回到那个窗口修改</source>
            <translation>Another window is using the library; this one is read-only. Please edit in the other window.</translation>
        </message>
        <message>
            <source>更新 {0} 个版面的建议</source>
            <translation>Suggest on {0} pages</translation>
        </message>
        <message>
            <source>正在全库更新实体建议……</source>
            <translation>Renewing suggestions in the library…</translation>
        </message>
        <message>
            <source>正在学习已完成的版面……</source>
            <translation>Learning from finished pages…</translation>
        </message>
        <message>
            <source>没有完成，已做的都保存着：{0}</source>
            <translation>Not finished; what was done is saved: {0}</translation>
        </message>
        <message>
            <source>没有未完成的版面：已完成的版面不重新建议</source>
            <translation>No page is waiting: finished pages get no new suggestions</translation>
        </message>
        <message>
            <source>版面</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>现有建议</source>
            <translation>Suggestions now</translation>
        </message>
        <message>
            <source>用上并更新全库建议</source>
            <translation>Use it and renew all suggestions</translation>
        </message>
        <message>
            <source>看了 {0} 版，{1} 版的建议有变化</source>
            <translation>{0} pages looked at, suggestions changed on {1}</translation>
        </message>
        <message>
            <source>规则已保存；“重新建议实体”会用上它们</source>
            <translation>Rules saved; “Suggest entities again” will use them</translation>
        </message>
        <message>
            <source>请把光标放在一个未定的建议上</source>
            <translation>Please put the caret on an open suggestion</translation>
        </message>
        <message>
            <source>读了 {0} 个已完成的版面。</source>
            <translation>{0} finished pages were read.</translation>
        </message>
        <message>
            <source>；还剩 {0} 版，下次接着做</source>
            <translation>; {0} pages are left for next time</translation>
        </message>
    </context>
    <context>
        <name>Told</name>
        <message>
            <source>JSON 嵌套太深</source>
            <translation>the JSON is nested too deeply</translation>
        </message>
        <message>
            <source>PDF 文件</source>
            <translation>a PDF file</translation>
        </message>
        <message>
            <source>RTF 文档</source>
            <translation>an RTF document</translation>
        </message>
        <message>
            <source>labels 应写成一个个 [[labels]]</source>
            <translation>labels should be written as [[labels]], one each</translation>
        </message>
        <message>
            <source>roles_shown 里有不认识的角色：{0}</source>
            <translation>roles_shown has unknown roles: {0}</translation>
        </message>
        <message>
            <source>{0} 处引用失效</source>
            <translation>{0} references are broken</translation>
        </message>
        <message>
            <source>{0} 是文件，不是目录，请换一个目录</source>
            <translation>{0} is a file, not a folder: choose another</translation>
        </message>
        <message>
            <source>{0} 第 {1} 行</source>
            <translation>{0} line {1}</translation>
        </message>
        <message>
            <source>“{0}”不能全部撤销：{1}后来又改动了同样的内容。请先撤销那些操作</source>
            <translation>“{0}” cannot be undone everywhere: on {1} the same was changed again since. Undo that first</translation>
        </message>
        <message>
            <source>“{0}”不能全部重做：{1}后来撤销的操作改动过同样的内容。请先重做那些操作</source>
            <translation>“{0}” cannot be redone everywhere: on {1} steps undone since had changed the same. Redo them first</translation>
        </message>
        <message>
            <source>“{0}”只能以 {1} 为单位</source>
            <translation>“{0}” can only be exported by {1}</translation>
        </message>
        <message>
            <source>不是 JSON 对象</source>
            <translation>it is no JSON object</translation>
        </message>
        <message>
            <source>不是 JSON：第 {0} 个字符处</source>
            <translation>it is not JSON: at character {0}</translation>
        </message>
        <message>
            <source>不是 UTF-8 文本</source>
            <translation>it is not UTF-8 text</translation>
        </message>
        <message>
            <source>不是 UTF-8 编码</source>
            <translation>it is not UTF-8</translation>
        </message>
        <message>
            <source>不是 UTF-8 编码（第 {0} 个字节处）</source>
            <translation>it is not UTF-8 (at byte {0})</translation>
        </message>
        <message>
            <source>不是任何已知编码的文本（UTF-8、GB18030、Big5、UTF-16），可能是二进制文件</source>
            <translation>not text in any known encoding (UTF-8, GB18030, Big5, UTF-16), perhaps a binary file</translation>
        </message>
        <message>
            <source>不是标签集文件：第一行应为 format = “{0}”</source>
            <translation>it is no label set: the first line should be format = “{0}”</translation>
        </message>
        <message>
            <source>不是正确的 TOML 文件：{0}</source>
            <translation>it is no correct TOML file: {0}</translation>
        </message>
        <message>
            <source>不是版面记录（缺少 format: cppcc-reader/page）</source>
            <translation>it is no page record (format: cppcc-reader/page is missing)</translation>
        </message>
        <message>
            <source>不能在这里建立文库（{0}）：{1}。请选择可以写入的文件夹。</source>
            <translation>No library can be made here ({0}): {1}. Choose a folder that can be written to.</translation>
        </message>
        <message>
            <source>不能把文章与它自己合并</source>
            <translation>An article cannot be joined with itself</translation>
        </message>
        <message>
            <source>不能按 {0} 解读</source>
            <translation>it cannot be read as {0}</translation>
        </message>
        <message>
            <source>不能按 {0} 解读：第 {1} 个字节处出错</source>
            <translation>it cannot be read as {0}: wrong at byte {1}</translation>
        </message>
        <message>
            <source>不认识 {{0}}；可以写 {1}</source>
            <translation>{{0}} is not known; possible are {1}</translation>
        </message>
        <message>
            <source>不认识的编码：{0}</source>
            <translation>unknown encoding: {0}</translation>
        </message>
        <message>
            <source>两段在原文中不相连，请改用接排</source>
            <translation>The two are apart on the page: join them instead</translation>
        </message>
        <message>
            <source>今天的备份没有做成：{0}</source>
            <translation>Today's backup was not made: {0}</translation>
        </message>
        <message>
            <source>会取回 {0} 个版面的标注：新增 {1} 个实体，删除 {2} 个，改动 {3} 个</source>
            <translation>brings back labels of {0} pages: {1} entities added, {2} deleted, {3} changed</translation>
        </message>
        <message>
            <source>位置单位是 {0}，应为 codepoint</source>
            <translation>positions are counted in {0}, not in codepoint</translation>
        </message>
        <message>
            <source>位置大得不可能</source>
            <translation>a position is impossibly large</translation>
        </message>
        <message>
            <source>光标之后没有文字</source>
            <translation>There is no text after the caret</translation>
        </message>
        <message>
            <source>切分结果有误：{0}</source>
            <translation>the segmentation is wrong: {0}</translation>
        </message>
        <message>
            <source>划分比例应为非负数，且不全为零，例如 8:1:1</source>
            <translation>The shares must not be negative nor all zero, for example 8:1:1</translation>
        </message>
        <message>
            <source>勘误后的文字与原文相同</source>
            <translation>The correction reads as the text does</translation>
        </message>
        <message>
            <source>历史里没有这一步</source>
            <translation>The history has no such step</translation>
        </message>
        <message>
            <source>压缩包或 Office 文档</source>
            <translation>an archive or Office document</translation>
        </message>
        <message>
            <source>压缩文件</source>
            <translation>a compressed file</translation>
        </message>
        <message>
            <source>压缩文件已损坏</source>
            <translation>the compressed file is damaged</translation>
        </message>
        <message>
            <source>另一种判断所指的文章已不存在</source>
            <translation>The article that the other reading means is gone</translation>
        </message>
        <message>
            <source>同一样东西写了两次</source>
            <translation>The same thing stands there twice</translation>
        </message>
        <message>
            <source>后面没有可合并的段落</source>
            <translation>There is no segment after it to merge with</translation>
        </message>
        <message>
            <source>含有 NUL 字符，不是纯文本，或编码不对</source>
            <translation>it holds NUL characters: no plain text, or another encoding</translation>
        </message>
        <message>
            <source>含有 {0} 个控制字符（保留，导出 XML 时会替换）</source>
            <translation>it holds {0} control characters (kept, replaced in XML exports)</translation>
        </message>
        <message>
            <source>含有 {0} 个替换字符“�”，原文件可能已经损坏</source>
            <translation>it holds {0} replacement characters “�”, the file may be damaged</translation>
        </message>
        <message>
            <source>图片</source>
            <translation>a picture</translation>
        </message>
        <message>
            <source>备份没有做成，不能写入：{0}。文库没有被改动；请检查文件夹的权限和磁盘空间。</source>
            <translation>The backup was not made, {0} cannot be written. The library was not touched; check the folder's permissions and the room on the disk.</translation>
        </message>
        <message>
            <source>字段缺失或取值不对：{0}</source>
            <translation>a field is missing or has a wrong value: {0}</translation>
        </message>
        <message>
            <source>字节顺序标记表明编码是 {0}，不是 {1}</source>
            <translation>the byte order mark says {0}, not {1}</translation>
        </message>
        <message>
            <source>实体模型文件已损坏：{0}</source>
            <translation>The entity model is damaged: {0}</translation>
        </message>
        <message>
            <source>实体模型的版本是 {0}，本程序只认识 {1}：{2}</source>
            <translation>The entity model has version {0}, this program knows {1}: {2}</translation>
        </message>
        <message>
            <source>实体至少要有一个字</source>
            <translation>A mention needs at least one character</translation>
        </message>
        <message>
            <source>已只读打开：{0}</source>
            <translation>Opened to read only: {0}</translation>
        </message>
        <message>
            <source>已导入 {0} 版，已在库中 {1} 版，未导入 {2} 版。</source>
            <translation>{0} pages imported, {1} were there already, {2} not imported.</translation>
        </message>
        <message>
            <source>已导入 {0} 版，已在库中 {1} 版，未导入 {2} 版；已取消，未处理的可再次导入。</source>
            <translation>{0} pages imported, {1} were there already, {2} not imported; cancelled, the rest can be imported again.</translation>
        </message>
        <message>
            <source>已经在文章的最前面</source>
            <translation>It is the first of its article already</translation>
        </message>
        <message>
            <source>已经在文章的最后面</source>
            <translation>It is the last of its article already</translation>
        </message>
        <message>
            <source>所选的实体已不存在</source>
            <translation>The chosen mention is gone</translation>
        </message>
        <message>
            <source>所选的段落已不存在</source>
            <translation>The chosen segments are gone</translation>
        </message>
        <message>
            <source>所选的段落已经是一篇独立的文章</source>
            <translation>The chosen segments are an article of their own already</translation>
        </message>
        <message>
            <source>所选范围内没有文字</source>
            <translation>There is no text in the chosen range</translation>
        </message>
        <message>
            <source>批注是空的</source>
            <translation>The note is empty</translation>
        </message>
        <message>
            <source>找不到文件</source>
            <translation>there is no such file</translation>
        </message>
        <message>
            <source>找不到文库：{0}。请检查路径；文件可能已移走或改名。</source>
            <translation>There is no library {0}. Check the path; the file may have been moved or renamed.</translation>
        </message>
        <message>
            <source>控制字符太多，像是二进制文件</source>
            <translation>too many control characters, it looks like a binary file</translation>
        </message>
        <message>
            <source>搁置版面需要写明原因</source>
            <translation>Setting a page aside needs a reason</translation>
        </message>
        <message>
            <source>数据库文件</source>
            <translation>a database</translation>
        </message>
        <message>
            <source>文件不完整</source>
            <translation>the file is incomplete</translation>
        </message>
        <message>
            <source>文件已经存在：{0}。请换一个名字，或直接打开它。</source>
            <translation>There is a file {0} already. Choose another name, or open it.</translation>
        </message>
        <message>
            <source>文件是空的</source>
            <translation>the file is empty</translation>
        </message>
        <message>
            <source>文件过大（{0} MB，上限 {1} MB）</source>
            <translation>the file is too large ({0} MB, at most {1} MB)</translation>
        </message>
        <message>
            <source>文件里只有空白</source>
            <translation>the file holds only white space</translation>
        </message>
        <message>
            <source>文字中含有 NUL 字符</source>
            <translation>the text holds NUL characters</translation>
        </message>
        <message>
            <source>文库不能写入：{0}。可以只读打开；要修改，请把它复制到可写的文件夹。</source>
            <translation>The library cannot be written to: {0}. It can be opened to read; to change it, copy it to a folder that can be written to.</translation>
        </message>
        <message>
            <source>文库中没有这个版面：{0}。</source>
            <translation>There is no page {0} in the library.</translation>
        </message>
        <message>
            <source>文库在网络文件夹里，几台电脑同时打开可能损坏它；请把它放在本机磁盘上。</source>
            <translation>The library lies in a network folder, where several computers at once may damage it; put it on a disk of this computer.</translation>
        </message>
        <message>
            <source>文库已损坏{0}：{1}。它没有被改动；请从备份中恢复，并保留这个文件以便抢救。</source>
            <translation>The library is damaged{0}: {1}. It was not touched; restore a backup, and keep this file to rescue what can be.</translation>
        </message>
        <message>
            <source>文库是旧格式（格式 {0}，现为 {1}），不能只读打开：{2}。请在没有别的窗口使用它、并且可以写入时打开一次，程序会自动升级并留下备份。</source>
            <translation>The library has an old format ({0}, now {1}) and cannot be opened to read only: {2}. Open it once while no other window uses it and it can be written to; it is brought up to date, with a backup.</translation>
        </message>
        <message>
            <source>文库正在另一个窗口或命令中使用{0}：{1}。可以只读打开；要修改，请先关闭那一个。</source>
            <translation>Another window or command is using the library{0}: {1}. It can be opened to read; to change it, close the other first.</translation>
        </message>
        <message>
            <source>文库由更新版本的程序建立（格式 {0}，本程序只认识到 {1}）：{2}。它没有被改动；请升级本程序后再打开。</source>
            <translation>A newer program made this library (format {0}, this one knows {1}): {2}. It was not touched; update this program to open it.</translation>
        </message>
        <message>
            <source>文章的第一段没有可以接排的上文</source>
            <translation>The first segment of an article has nothing before it to join</translation>
        </message>
        <message>
            <source>无法读取（{0}）</source>
            <translation>it cannot be read ({0})</translation>
        </message>
        <message>
            <source>无法读取：{0}</source>
            <translation>it cannot be read: {0}</translation>
        </message>
        <message>
            <source>旧版 Office 文档</source>
            <translation>an old Office document</translation>
        </message>
        <message>
            <source>是{0}，不是纯文本</source>
            <translation>it is {0}, not plain text</translation>
        </message>
        <message>
            <source>是文件夹，不是文件</source>
            <translation>it is a folder, not a file</translation>
        </message>
        <message>
            <source>未导入 {0}：{1}</source>
            <translation>Not imported, {0}: {1}</translation>
        </message>
        <message>
            <source>标注范围 [{0}, {1}) 不在文本之内（共 {2} 字）</source>
            <translation>the range [{0}, {1}) lies outside of the text ({2} characters)</translation>
        </message>
        <message>
            <source>标签 {0} 的正则表达式太慢，已停用：{1}。它在一段文字上反复试个没完；请去掉套在一起的重复（如 (…+)+），改好后保存规则就会重新启用。</source>
            <translation>The regular expression of label {0} is too slow and was switched off: {1}. It tries one text over and over; take out nested repetitions such as (…+)+, and save the rules to switch it on again.</translation>
        </message>
        <message>
            <source>标签 {0} 的正则表达式有误：{1}（{2}）</source>
            <translation>The regular expression of label {0} is wrong: {1} ({2})</translation>
        </message>
        <message>
            <source>标签集文件的版本是 {0}，本程序只认识 {1}：请升级程序</source>
            <translation>the label set has version {0}, this program knows {1}: update it</translation>
        </message>
        <message>
            <source>没有“{0}”这种格式；可用的有：{1}</source>
            <translation>There is no format “{0}”; there are: {1}</translation>
        </message>
        <message>
            <source>没有可撤销的操作</source>
            <translation>There is nothing to undo</translation>
        </message>
        <message>
            <source>没有可重做的操作</source>
            <translation>There is nothing to redo</translation>
        </message>
        <message>
            <source>没有待接受的建议</source>
            <translation>There are no suggestions to accept</translation>
        </message>
        <message>
            <source>没有编号为 {0} 的文章</source>
            <translation>There is no article {0}</translation>
        </message>
        <message>
            <source>注意 {0}：{1}</source>
            <translation>Note on {0}: {1}</translation>
        </message>
        <message>
            <source>版面 {0}（{1}）的数据有问题，无法导出：{2}。请先检查文库（cppcc-reader check），或用筛选避开这一版。</source>
            <translation>The data of page {0} ({1}) are wrong and cannot be exported: {2}. Check the library (cppcc-reader check), or leave the page out.</translation>
        </message>
        <message>
            <source>版面没有文字</source>
            <translation>the page has no text</translation>
        </message>
        <message>
            <source>版面记录的版本是 {0}，本程序只认识 {1}</source>
            <translation>the page record has version {0}, this program knows {1}</translation>
        </message>
        <message>
            <source>版面附件没有阅读顺序</source>
            <translation>Furniture has no reading order</translation>
        </message>
        <message>
            <source>目录 {0} 里有别的文件，不是以前导出的数据集；为免覆盖，请换一个空目录</source>
            <translation>The folder {0} holds other files than an earlier export; choose an empty one so that nothing is overwritten</translation>
        </message>
        <message>
            <source>磁盘已满，刚才的操作没有保存：{0}。请腾出空间后再做一次。</source>
            <translation>The disk is full, the last step was not saved: {0}. Make room and do it again.</translation>
        </message>
        <message>
            <source>第 {0} 个标签的 {1} 应是文字</source>
            <translation>{1} of label {0} should be text</translation>
        </message>
        <message>
            <source>第 {0} 个标签里有不认识的项：{1}</source>
            <translation>label {0} has unknown entries: {1}</translation>
        </message>
        <message>
            <source>系统拒绝</source>
            <translation>the system refused</translation>
        </message>
        <message>
            <source>编号 {0} 已被另一版占用，改为 {1}</source>
            <translation>another page has the id {0}, it became {1}</translation>
        </message>
        <message>
            <source>编码存疑，按 {0} 读入</source>
            <translation>the encoding is doubtful, read as {0}</translation>
        </message>
        <message>
            <source>编码存疑，按 {0} 读入（也可能是 {1}）</source>
            <translation>the encoding is doubtful, read as {0} (it may be {1})</translation>
        </message>
        <message>
            <source>编辑记录无法读出：{0}</source>
            <translation>A step of the history cannot be read: {0}</translation>
        </message>
        <message>
            <source>自动切分时出错（详情已写入日志）</source>
            <translation>splitting failed (details are in the log)</translation>
        </message>
        <message>
            <source>花括号里写要认的东西，例如 {0}</source>
            <translation>Write what to recognise in braces, for example {0}</translation>
        </message>
        <message>
            <source>请先选中要标注的文字</source>
            <translation>Select the text to tag first</translation>
        </message>
        <message>
            <source>请把光标放在段落中间再切分</source>
            <translation>Put the caret inside a segment to cut it</translation>
        </message>
        <message>
            <source>这一步会破坏版面：{0}</source>
            <translation>This step would break the page: {0}</translation>
        </message>
        <message>
            <source>这一段没有其他判断可选</source>
            <translation>There is no other reading of this segment</translation>
        </message>
        <message>
            <source>这个文件不是文库：{0}。它没有被改动；请选择由本程序建立的 .cppcc 文件。</source>
            <translation>This file is no library: {0}. It was not touched; choose a .cppcc file made by this program.</translation>
        </message>
        <message>
            <source>这是本版第一篇文章，前面没有可合并的文章</source>
            <translation>This is the first article of the page: there is none before it to join</translation>
        </message>
        <message>
            <source>这条批注已不存在</source>
            <translation>This note is gone</translation>
        </message>
        <message>
            <source>这段文字已经有这个标签</source>
            <translation>This text has that label already</translation>
        </message>
        <message>
            <source>这里已有勘误，请先修改或删除它</source>
            <translation>There is a correction here already: change or remove it first</translation>
        </message>
        <message>
            <source>这里已经是文章的开头</source>
            <translation>An article begins here already</translation>
        </message>
    </context>
    <context>
        <name>TrashDialog</name>
        <message numerus="yes">
            <source>%n 个版面。切分和实体都还在，放回就能接着用。</source>
            <translation>
                <numerusform>%n page. Its annotations are kept.</numerusform>
                <numerusform>%n pages. Their annotations are kept.</numerusform>
            </translation>
        </message>
        <message>
            <source>一起删掉的有：{0} 篇文章、{1} 个实体、{2} 条批注与勘误、{3} 步编辑历史。</source>
            <translation>Gone with them: {0} articles, {1} entities, {2} notes and corrections, {3} steps of history.</translation>
        </message>
        <message>
            <source>不删</source>
            <translation>Keep them</translation>
        </message>
        <message numerus="yes">
            <source>先备份，再永久删除 %n 个版面</source>
            <translation>
                <numerusform>Back up, then delete %n page for good</numerusform>
                <numerusform>Back up, then delete %n pages for good</numerusform>
            </translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>其中有人工改动的：{0}</source>
            <translation>Changed by people: {0}</translation>
        </message>
        <message>
            <source>删除之前会备份整个文库；要找回，用“从备份恢复”。原来的文件不受影响，可以再导入。</source>
            <translation>The whole library is backed up first; “Restore from a backup” brings it back. The original files are not touched and can be imported again.</translation>
        </message>
        <message>
            <source>回收站</source>
            <translation>Trash</translation>
        </message>
        <message>
            <source>回收站是空的。移走的版面会放在这里，随时可以取回。</source>
            <translation>The trash is empty. Pages taken off the list wait here and can come back any time.</translation>
        </message>
        <message>
            <source>回收站里的版面</source>
            <translation>Pages in the trash</translation>
        </message>
        <message>
            <source>已永久删除 {0} 个版面；删除前的文库备份在 {1} 那一份里。</source>
            <translation>{0} pages deleted for good; the backup of {1} holds the library as it was.</translation>
        </message>
        <message>
            <source>放回列表</source>
            <translation>Put back</translation>
        </message>
        <message>
            <source>正在备份并删除……</source>
            <translation>Backing up and deleting…</translation>
        </message>
        <message>
            <source>永久删除</source>
            <translation>Delete for good</translation>
        </message>
        <message numerus="yes">
            <source>永久删除 %n 个版面？这一步不能撤销。</source>
            <translation>
                <numerusform>Delete %n page for good? This cannot be undone.</numerusform>
                <numerusform>Delete %n pages for good? This cannot be undone.</numerusform>
            </translation>
        </message>
        <message>
            <source>永久删除选中的 {0} 个…</source>
            <translation>Delete the {0} chosen for good…</translation>
        </message>
        <message>
            <source>没有做成，文库没有变动：{0}</source>
            <translation>Not done, the library is unchanged: {0}</translation>
        </message>
        <message>
            <source>清空回收站…</source>
            <translation>Empty the trash…</translation>
        </message>
        <message>
            <source>版面：{0}</source>
            <translation>Pages: {0}</translation>
        </message>
        <message>
            <source>这些版面上有文章与它们相接，链接会落空：{0}</source>
            <translation>Articles on these pages are linked to them and will lead nowhere: {0}</translation>
        </message>
    </context>
    <context>
        <name>UndoActions</name>
        <message>
            <source>{0}（{1} 个版面）</source>
            <translation>{0} ({1} pages)</translation>
        </message>
        <message>
            <source>已撤销：{0}</source>
            <translation>Undone: {0}</translation>
        </message>
        <message>
            <source>已重做：{0}</source>
            <translation>Done again: {0}</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>撤销：{0}</source>
            <translation>Undo: {0}</translation>
        </message>
        <message>
            <source>重做</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>重做：{0}</source>
            <translation>Redo: {0}</translation>
        </message>
    </context>
    <context>
        <name>VetoDialog</name>
        <message>
            <source>去掉勾的各行不动；空格键勾选或去掉所选各行。</source>
            <translation>Lines without a tick are left alone; Space ticks or unticks the selected lines.</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>WindowDialogs</name>
        <message>
            <source>{0}

把报纸版面切成文章，改正、标注、检索、导出，全部在本机完成。

文库：{1}
日志：{2}</source>
            <translation>{0}

Splits newspaper pages into articles; corrects, tags, searches and exports them, all on this machine.

Library: {1}
Log: {2}</translation>
        </message>
        <message>
            <source>关于</source>
            <translation>About</translation>
        </message>
        <message>
            <source>已标记存疑：“{0}”</source>
            <translation>Flagged as doubtful: “{0}”</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>请先选中文字，或把光标放进一个文本块</source>
            <translation>Please select text or put the caret into a block</translation>
        </message>
    </context>
    <context>
        <name>WindowToolbar</name>
        <message>
            <source>工具栏</source>
            <translation>Toolbar</translation>
        </message>
    </context>
</TS>
